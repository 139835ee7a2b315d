package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
  private static final Set<String> OPEN_TO_ALL =
      Set.of("console/{*file}", "health", "openapi.json");

  @Test
  void httpTriggers_exceptTheOpenOnes_needAKey() {
    JavaClasses classes = new ClassFileImporter().importPackagesOf(JobFunctions.class);
    Set<String> anonymous = new TreeSet<>();
    Set<String> keyed = new TreeSet<>();
    classes.stream()
        .map(found -> found.reflect())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(FunctionName.class))
        .forEach(
            method -> {
              HttpTrigger trigger = trigger(method);
              if (trigger != null) {
                (trigger.authLevel() == AuthorizationLevel.ANONYMOUS ? anonymous : keyed)
                    .add(trigger.route());
              }
            });

    assertThat(anonymous).isEqualTo(OPEN_TO_ALL);
    assertThat(keyed).contains("jobs", "jobs/{id}", "jobs/{id}/cancel");
  }

  private static HttpTrigger trigger(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(HttpTrigger.class))
        .filter(annotation -> annotation != null)
        .findFirst()
        .orElse(null);
  }
}
