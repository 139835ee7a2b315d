package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Functions that show what they were called with. */
public final class SampleFunctions {
  static final int MEETING = 40;

  /** A queue message as it reached its function. */
  record Work(String text, String id, long dequeueCount) {}

  final List<Work> work = new CopyOnWriteArrayList<>();
  final List<Work> poison = new CopyOnWriteArrayList<>();
  final List<String> ticks = new CopyOnWriteArrayList<>();
  final AtomicInteger ticking = new AtomicInteger();
  final AtomicInteger ticksAtOnce = new AtomicInteger();
  final CountDownLatch release = new CountDownLatch(1);
  private final CyclicBarrier meeting = new CyclicBarrier(MEETING);

  @FunctionName("Echo")
  public HttpResponseMessage echo(
      @HttpTrigger(
              name = "request",
              route = "echo/{id}",
              methods = {HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD},
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    String seen =
        "%s %s query=%s x-many=%s body=%s in %s"
            .formatted(
                request.getHttpMethod(),
                request.getUri(),
                new TreeMap<>(request.getQueryParameters()),
                request.getHeaders().get("x-many"),
                request.getBody(),
                context.getFunctionName());
    return request
        .createResponseBuilder(HttpStatus.ACCEPTED)
        .header("X-Invocation", context.getInvocationId())
        .body(seen)
        .build();
  }

  @FunctionName("Bound")
  public HttpResponseMessage bound(
      @HttpTrigger(name = "request", route = "bound/{id}/{n}", methods = HttpMethod.POST)
          HttpRequestMessage<Optional<String>> request,
      @BindingName("id") String id,
      @BindingName("n") int number,
      @BindingName("extra") String extra) {
    return request
        .createResponseBuilder(HttpStatus.OK)
        .header("Content-Type", "application/json")
        .body("[\"" + id + "\"," + number + ",\"" + extra + "\"]")
        .build();
  }

  @FunctionName("Meet")
  public HttpResponseMessage meet(
      @HttpTrigger(name = "request", route = "meet", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    meeting.await(20, TimeUnit.SECONDS);
    return request.createResponseBuilder(HttpStatus.NO_CONTENT).build();
  }

  @FunctionName("Fail")
  public HttpResponseMessage fail(
      @HttpTrigger(name = "request", route = "fail/{how}", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request,
      @BindingName("how") String how) {
    switch (how) {
      case "error" -> throw new AssertionError("on purpose");
      case "header" -> {
        return request.createResponseBuilder(HttpStatus.OK).header("X", null).build();
      }
      case "object" -> {
        return request.createResponseBuilder(HttpStatus.OK).body(List.of(1)).build();
      }
      default -> throw new IllegalStateException("on purpose");
    }
  }

  @FunctionName("Silent")
  public void silent(
      @HttpTrigger(name = "request", route = "silent", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request) {}

  @FunctionName("Work")
  public void work(
      @QueueTrigger(name = "message", queueName = "%WORK_QUEUE%") String message,
      @BindingName("Id") String id,
      @BindingName("DequeueCount") long dequeueCount)
      throws InterruptedException {
    work.add(new Work(message, id, dequeueCount));
    if (message.startsWith("wait")) {
      release.await();
    }
    if (message.startsWith("fail")) {
      throw new IllegalStateException("on purpose");
    }
  }

  @FunctionName("Poison")
  public void poison(
      @QueueTrigger(name = "message", queueName = "%WORK_QUEUE%-poison") String message,
      @BindingName("Id") String id,
      @BindingName("DequeueCount") int dequeueCount) {
    poison.add(new Work(message, id, dequeueCount));
    if (message.startsWith("fail twice")) {
      throw new IllegalStateException("on purpose");
    }
  }

  @FunctionName("Tick")
  public void tick(@TimerTrigger(name = "timer", schedule = "%TICKS%") String timer)
      throws InterruptedException {
    ticksAtOnce.accumulateAndGet(ticking.incrementAndGet(), Math::max);
    ticks.add(timer);
    release.await(1500, TimeUnit.MILLISECONDS);
    ticking.decrementAndGet();
  }
}
