package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Calls functions as the Java worker does: binds, gets an instance, invokes. */
final class FunctionRunner {
  private final FunctionInstanceInjector injector;
  private final HostLog log;

  FunctionRunner(FunctionInstanceInjector injector, HostLog log) {
    this.injector = injector;
    this.log = log;
  }

  /**
   * Runs one invocation; what fails in it, Errors included, is logged here.
   *
   * @param triggerValue the HTTP request, message text or timer text
   * @param metadata what {@code @BindingName} parameters are taken from
   */
  Outcome run(FunctionMethod function, Object triggerValue, Map<String, String> metadata) {
    Invocation context = log.invocation(function.name());
    FutureTask<@Nullable Object> call =
        new FutureTask<>(() -> call(function.method(), triggerValue, metadata, context));
    call.run();
    try {
      return new Outcome(true, call.get());
    } catch (ExecutionException e) {
      Throwable cause =
          e.getCause() instanceof InvocationTargetException thrown
              ? thrown.getCause()
              : e.getCause();
      context.getLogger().log(Level.SEVERE, "Executed '" + function.name() + "' (Failed)", cause);
      return new Outcome(false, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, null);
    }
  }

  /**
   * How an invocation ended.
   *
   * @param value what the function returned
   */
  record Outcome(boolean succeeded, @Nullable Object value) {}

  // The injector may throw any Exception; the FutureTask above takes it.
  private @Nullable Object call(
      Method method, Object triggerValue, Map<String, String> metadata, ExecutionContext context)
      throws Exception {
    Object[] arguments =
        Arrays.stream(method.getParameters())
            .map(parameter -> bind(parameter, triggerValue, metadata, context))
            .toArray();
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    return method.invoke(
        isStatic ? null : injector.getInstance(method.getDeclaringClass()), arguments);
  }

  private static Object bind(
      Parameter parameter,
      Object triggerValue,
      Map<String, String> metadata,
      ExecutionContext context) {
    if (parameter.getType() == ExecutionContext.class) {
      return context;
    }
    BindingName binding = parameter.getAnnotation(BindingName.class);
    return binding == null
        ? triggerValue
        : convert(metadata.get(binding.value()), binding.value(), parameter.getType());
  }

  private static Object convert(@Nullable String value, String name, Class<?> type) {
    if (value == null) {
      throw new HostException("There is no value for @BindingName(\"" + name + "\")");
    }
    if (type == String.class) {
      return value;
    }
    try {
      return type == int.class || type == Integer.class
          ? (Object) Integer.valueOf(value)
          : (Object) Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw new HostException("@BindingName(\"" + name + "\") is no whole number: " + value, e);
    }
  }
}
