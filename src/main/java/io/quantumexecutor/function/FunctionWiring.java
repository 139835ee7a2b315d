package io.quantumexecutor.function;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import io.quantumexecutor.api.ConsoleApi;
import io.quantumexecutor.api.OpenApi;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: the worker makes one and asks it for the instance of each trigger class.
 *
 * <p>Everything is built when the first trigger is called, and not by a static initializer: the
 * worker never answers a call during which a class fails to initialize, while an exception from
 * here is an ordinary failure that says which settings are missing.
 */
public final class FunctionWiring implements FunctionInstanceInjector {
  private @Nullable Map<Class<?>, Object> triggers;

  @Override
  public synchronized <T> T getInstance(Class<T> functionClass) {
    if (triggers == null) {
      triggers = triggers(Application.of(Settings.from(System.getenv())));
    }
    return functionClass.cast(
        Objects.requireNonNull(triggers.get(functionClass), functionClass.getName()));
  }

  private static Map<Class<?>, Object> triggers(Application application) {
    return Map.of(
        JobFunctions.class,
        new JobFunctions(
            application.http().jobs(), application.http().preflight(), application.scope()),
        BackendFunctions.class,
        new BackendFunctions(application.http().backends()),
        HealthFunction.class,
        new HealthFunction(application.http().health()),
        OpenApiFunction.class,
        new OpenApiFunction(new OpenApi()),
        WorkspaceFunctions.class,
        new WorkspaceFunctions(application.http().workspaces()),
        ConsoleFunction.class,
        new ConsoleFunction(new ConsoleApi()),
        QueueFunctions.class,
        new QueueFunctions(application.useCases(), application.drops(), application.scope()),
        PollFunction.class,
        new PollFunction(
            application.useCases().poll(),
            application.count(),
            application.upstreamCalls(),
            application.scope()));
  }
}
