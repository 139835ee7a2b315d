package io.quantumexecutor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.quantumexecutor.local.LocalMain;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packages of the local stack promise in their {@code package-info}. */
class LocalArchitectureTest {
  private static final String BASE = "io.quantumexecutor.";
  private static final String BENCHMARK = BASE + "local.benchmark";
  private static final URL CLASSES =
      LocalMain.class.getProtectionDomain().getCodeSource().getLocation();
  private static final JavaClasses LOCAL =
      new ClassFileImporter()
          .withImportOption(LocalArchitectureTest::isLocalStack)
          .importUrl(CLASSES);

  /** The packages of the product and of the local stack that each may know beside itself. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "local.host", Set.of(),
          "local.emulator", Set.of("circuit..", "simulator.."),
          "local", Set.of("local.host", "local.emulator", "local.benchmark", "storage.."));

  /** Its classes lie in the folder of the tests, and are told from them by their sources. */
  private static boolean isLocalStack(Location location) {
    String file = location.asURI().getPath().substring(CLASSES.getPath().length());
    String source = file.replaceFirst("(\\$.*)?\\.class$", ".java");
    return Files.exists(Path.of("src", "local", "java").resolve(source));
  }

  static Stream<String> packages() {
    return ARROWS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void package_knowsOnlyWhatItPromises(String name) {
    String[] known =
        Stream.concat(Stream.of(name), ARROWS.get(name).stream())
            .map(other -> BASE + other)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(BASE + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.quantumexecutor..").and(not(resideInAnyPackage(known))))
        .because("what shares code with the product shares its mistakes")
        .check(LOCAL);
  }

  @Test
  void benchmarks_doNotKnowTheEmulator() {
    noClasses()
        .that()
        .resideInAPackage(BENCHMARK)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "local.emulator")
        .because("its speed is not the product's")
        .check(LOCAL);
  }

  @Test
  void packages_allHaveARule() {
    assertThat(
            LOCAL.stream().map(JavaClass::getPackageName).filter(name -> !name.equals(BENCHMARK)))
        .extracting(name -> name.substring(BASE.length()))
        .isSubsetOf(ARROWS.keySet())
        .containsAll(ARROWS.keySet());
  }

  @Test
  void functionsTypes_stayInTheHost() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "local.host")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.microsoft.azure.functions..")
        .because("the rest of the stack reaches functions as their users do")
        .check(LOCAL);
  }

  @Test
  void types_haveNamesThatTheProductDoesNotUse() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      Set<String> used =
          sources
              .map(source -> source.getFileName().toString().replace(".java", ""))
              .filter(name -> !name.equals("package-info"))
              .collect(toSet());
      assertThat(LOCAL.stream().map(JavaClass::getSimpleName)).doesNotContainAnyElementsOf(used);
    }
  }
}
