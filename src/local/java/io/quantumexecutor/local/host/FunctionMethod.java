package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A function: a method with a name and a trigger. */
record FunctionMethod(String name, Trigger trigger, Method method) {
  private static final Set<Class<?>> BINDING_TYPES =
      Set.of(String.class, int.class, Integer.class, long.class, Long.class);

  /**
   * The functions of these classes.
   *
   * @throws HostException listing everything that the worker or this host could not bind
   */
  static List<FunctionMethod> load(List<Class<?>> classes) {
    List<String> problems = new ArrayList<>();
    List<FunctionMethod> functions =
        classes.stream()
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.isAnnotationPresent(FunctionName.class))
            .flatMap(method -> load(method, problems).stream())
            .toList();
    Set<String> names = new HashSet<>();
    for (FunctionMethod function : functions) {
      if (!names.add(function.name)) {
        problems.add("Two functions are named " + function.name);
      }
    }
    if (!problems.isEmpty()) {
      throw new HostException("Functions cannot be loaded:\n" + String.join("\n", problems));
    }
    return functions;
  }

  /** Whether it takes anything of the trigger's metadata. */
  boolean bindsNames() {
    return Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(BindingName.class));
  }

  private static Optional<FunctionMethod> load(Method method, List<String> problems) {
    String where = method.getDeclaringClass().getName() + "." + method.getName();
    long sameName =
        Arrays.stream(method.getDeclaringClass().getMethods())
            .filter(other -> other.getName().equals(method.getName()))
            .count();
    if (sameName > 1) {
      problems.add(where + ": the method's name is not unique among its class's public methods");
    }
    List<Trigger> triggers =
        Arrays.stream(method.getParameters()).flatMap(p -> triggerOf(p).stream()).toList();
    if (triggers.size() != 1) {
      problems.add(where + ": needs exactly one HTTP, queue or timer trigger");
      return Optional.empty();
    }
    Trigger trigger = triggers.get(0);
    for (Parameter parameter : method.getParameters()) {
      if (!canBind(parameter, trigger)) {
        problems.add(where + ": cannot bind the parameter " + parameter);
      }
    }
    Class<?> result = method.getReturnType();
    boolean answers = trigger instanceof Trigger.Http && result == HttpResponseMessage.class;
    if (!answers && result != void.class) {
      problems.add(where + ": cannot return " + result.getName());
    }
    String name = method.getAnnotation(FunctionName.class).value();
    return Optional.of(new FunctionMethod(name, trigger, method));
  }

  private static Optional<Trigger> triggerOf(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .flatMap(annotation -> Trigger.of(annotation).stream())
        .findFirst();
  }

  private static boolean canBind(Parameter parameter, Trigger trigger) {
    if (parameter.isAnnotationPresent(BindingName.class)) {
      return BINDING_TYPES.contains(parameter.getType());
    }
    if (triggerOf(parameter).isEmpty()) {
      return parameter.getType() == ExecutionContext.class;
    }
    return trigger instanceof Trigger.Http
        ? isOptionalTextRequest(parameter.getParameterizedType())
        : parameter.getType() == String.class;
  }

  private static boolean isOptionalTextRequest(Type type) {
    return type instanceof ParameterizedType request
        && request.getRawType() == HttpRequestMessage.class
        && request.getActualTypeArguments()[0] instanceof ParameterizedType body
        && body.getRawType() == Optional.class
        && body.getActualTypeArguments()[0] == String.class;
  }
}
