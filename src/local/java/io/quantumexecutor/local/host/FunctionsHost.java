package io.quantumexecutor.local.host;

import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Logger;

/**
 * A running host: serves HTTP on 127.0.0.1, listens to queues and fires timers until it is closed.
 *
 * <p>Differs from the real one on purpose: function keys are not asked for, and an {@code Error}
 * outside a function's body, which the real worker never answers, is an ordinary failure.
 */
public final class FunctionsHost implements AutoCloseable {
  /** How long the storage extension hides a message it has taken. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final CallThreads threads;
  private final HostEnvironment environment;
  private final HostJson hostJson;
  private final FunctionRunner runner;
  private final Lease.Renewal renewal;
  private final HttpListener http;

  private FunctionsHost(HostSettings settings, Duration lease) {
    HostLog log = new HostLog(System.out, settings.environment());
    Logger hostLogger = log.logger("host");
    threads = new CallThreads(hostLogger);
    environment = new HostEnvironment(settings.environment());
    hostJson = HostJson.read(settings.hostJson(), settings.environment());
    runner = new FunctionRunner(settings.injector(), log);
    renewal = new Lease.Renewal(lease, threads, hostLogger);
    List<FunctionMethod> functions =
        FunctionMethod.load(settings.classes()).stream()
            .filter(function -> !environment.isDisabled(function.name()))
            .toList();
    List<Runnable> listeners = functions.stream().map(this::listener).toList();
    RouteTable routes = new RouteTable(hostJson.routePrefix(), functions);
    http = HttpListener.start(settings.port(), routes, runner, threads);
    listeners.forEach(Runnable::run);
  }

  /**
   * Loads the functions and starts their triggers.
   *
   * @throws HostException when a function cannot be bound, a setting is missing or the port is
   *     taken
   */
  public static FunctionsHost start(HostSettings settings) {
    return new FunctionsHost(settings, LEASE);
  }

  static FunctionsHost start(HostSettings settings, Duration lease) {
    return new FunctionsHost(settings, lease);
  }

  /** Everything that can be wrong with a trigger shows here, before anything starts. */
  private Runnable listener(FunctionMethod function) {
    if (function.trigger() instanceof Trigger.Queue queue) {
      return queueListener(function, queue)::start;
    }
    if (function.trigger() instanceof Trigger.Timer timer) {
      return timerListener(function, timer)::start;
    }
    if (function.trigger() instanceof Trigger.Http) {
      return () -> {}; // the routes lead to it
    }
    throw new IllegalStateException("unknown trigger " + function.trigger().getClass());
  }

  private QueueListener queueListener(FunctionMethod function, Trigger.Queue trigger) {
    String name = environment.resolve(trigger.name());
    QueueServiceClient service =
        new QueueServiceClientBuilder()
            .connectionString(environment.connection(trigger.connection()))
            .buildClient();
    MessageProcessor processor =
        new MessageProcessor(
            service,
            name,
            hostJson.queues(),
            renewal,
            (text, metadata) -> runner.run(function, text, metadata).succeeded());
    return new QueueListener(
        service.getQueueClient(name), hostJson.queues(), processor, threads, renewal.log());
  }

  private TimerListener timerListener(FunctionMethod function, Trigger.Timer trigger) {
    try {
      Schedule schedule = Schedule.parse(environment.resolve(trigger.schedule()));
      return new TimerListener(function, schedule, runner, threads, InstantSource.system());
    } catch (IllegalArgumentException e) {
      throw new HostException("The timer " + function.name() + ": " + e.getMessage(), e);
    }
  }

  public int port() {
    return http.port();
  }

  /**
   * Where the routes begin, without a slash at the end, such as {@code http://127.0.0.1:7071/api}.
   */
  public URI baseUri() {
    String prefix = hostJson.routePrefix();
    return URI.create("http://127.0.0.1:" + port() + (prefix.isEmpty() ? "" : "/" + prefix));
  }

  /** Stops listening and waits a little for the calls under way. */
  @Override
  public void close() {
    http.close();
    threads.close();
  }
}
