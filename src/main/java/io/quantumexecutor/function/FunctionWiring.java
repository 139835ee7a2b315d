package io.quantumexecutor.function;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.Map;
import java.util.Objects;

/**
 * The composition root: the worker asks it for the instance of each trigger class. Everything is
 * built once, when the first trigger is called.
 */
public final class FunctionWiring implements FunctionInstanceInjector {

  /** Lazily built, once per process (Java Language Specification, 12.4). */
  private static final class Holder {
    private static final Map<Class<?>, Object> TRIGGERS =
        triggers(Application.of(Settings.from(System.getenv())));

    private Holder() {}
  }

  @Override
  public <T> T getInstance(Class<T> functionClass) {
    return functionClass.cast(
        Objects.requireNonNull(Holder.TRIGGERS.get(functionClass), functionClass.getName()));
  }

  static Map<Class<?>, Object> triggers(Application application) {
    return Map.of(
        JobFunctions.class,
        new JobFunctions(application.jobs()),
        HealthFunction.class,
        new HealthFunction(application.health()),
        QueueFunctions.class,
        new QueueFunctions(application.useCases(), application.drops()),
        PollFunction.class,
        new PollFunction(application.useCases().poll()));
  }
}
