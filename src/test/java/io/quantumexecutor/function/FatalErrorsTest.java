package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.TraceContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory that runs out ends the process; whatever else goes wrong ends one call. */
class FatalErrorsTest {
  private final AtomicInteger halts = new AtomicInteger();
  private final FatalErrors fatal = new FatalErrors(halts::incrementAndGet);
  private final Call call = new Call();

  static Throwable[] memoryRanOut() {
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");
    return new Throwable[] {
      error, new CompletionException(error), new IllegalStateException(new Exception(error))
    };
  }

  static Throwable[] others() {
    RuntimeException circle = new RuntimeException("circle");
    circle.initCause(new RuntimeException(circle));
    return new Throwable[] {new StackOverflowError(), new AssertionError(), circle};
  }

  private static <T> Supplier<T> failing(Throwable thrown) {
    return () -> {
      throw FatalErrorsTest.<RuntimeException>unchecked(thrown);
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @ParameterizedTest
  @MethodSource("memoryRanOut")
  void queueOrTimer_memoryRanOut_endsTheProcess(Throwable thrown) {
    CallScope scope = new CallScope(new LoggedLines(), new TraceContext(), fatal);

    assertThatThrownBy(() -> scope.within(call, null, failing(thrown))).isSameAs(thrown);
    assertThat(halts).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("others")
  void queueOrTimer_otherError_failsTheCallAlone(Throwable thrown) {
    CallScope scope = new CallScope(new LoggedLines(), new TraceContext(), fatal);

    assertThatThrownBy(() -> scope.within(call, null, failing(thrown))).isSameAs(thrown);
    assertThat(halts).hasValue(0);
  }

  @Test
  void request_memoryRanOutSomewhereBelow_endsTheProcess() {
    CompletionException thrown = new CompletionException(new OutOfMemoryError());

    HttpResponseMessage unseen = answer(thrown);

    assertThat(halts).hasValue(1);
    assertThat(unseen.getStatusCode()).isEqualTo(500);
  }

  @Test
  void request_stackOverflow_isAnswered500() {
    HttpResponseMessage response = answer(new StackOverflowError());

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(response.getHeader("Content-Type")).startsWith("application/problem+json");
    assertThat(halts).hasValue(0);
  }

  @Test
  void otherThread_memoryRanOut_endsTheProcess() throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    AtomicInteger told = new AtomicInteger();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.incrementAndGet());
    try {
      fatal.watchOtherThreads();
      runAndDie(new OutOfMemoryError());
      assertThat(halts).hasValue(1);
      runAndDie(new IllegalStateException("no more than this thread"));
      assertThat(halts).hasValue(1);
      assertThat(told).hasValue(2);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static void runAndDie(Throwable thrown) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw FatalErrorsTest.<RuntimeException>unchecked(thrown);
            });
    thread.start();
    thread.join();
  }

  private HttpResponseMessage answer(Throwable thrown) {
    return HttpBinding.answer(
        new Request(), call, request -> FatalErrorsTest.<ApiResponse>failing(thrown).get(), fatal);
  }

  private static final class Call implements ExecutionContext {
    @Override
    public Logger getLogger() {
      Logger logger = Logger.getAnonymousLogger();
      logger.setUseParentHandlers(false);
      return logger;
    }

    @Override
    public String getInvocationId() {
      return "invocation";
    }

    @Override
    public String getFunctionName() {
      return "Function";
    }
  }

  private static final class Request implements HttpRequestMessage<Optional<String>> {
    @Override
    public URI getUri() {
      return URI.create("http://localhost/api/health");
    }

    @Override
    public HttpMethod getHttpMethod() {
      return HttpMethod.GET;
    }

    @Override
    public Map<String, String> getHeaders() {
      return Map.of();
    }

    @Override
    public Map<String, String> getQueryParameters() {
      return Map.of();
    }

    @Override
    public Optional<String> getBody() {
      return Optional.empty();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
      return new Response().status(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
      return new Response().status(status);
    }
  }

  private static final class Response implements HttpResponseMessage, HttpResponseMessage.Builder {
    private final Map<String, String> headers = new HashMap<>();
    private HttpStatusType status = HttpStatus.OK;
    private Object body = "";

    @Override
    public HttpStatusType getStatus() {
      return status;
    }

    @Override
    public String getHeader(String name) {
      return headers.getOrDefault(name, "");
    }

    @Override
    public Object getBody() {
      return body;
    }

    @Override
    public HttpResponseMessage.Builder status(HttpStatusType next) {
      status = next;
      return this;
    }

    @Override
    public HttpResponseMessage.Builder header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    @Override
    public HttpResponseMessage.Builder body(Object next) {
      body = next;
      return this;
    }

    @Override
    public HttpResponseMessage build() {
      return this;
    }
  }
}
