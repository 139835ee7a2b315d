package io.quantumexecutor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quantumexecutor.job.Job;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one direction of dependencies. */
class ArchitectureTest {
  private static final String BASE = "io.quantumexecutor.";
  private static final int MAX_TYPES_IN_A_PACKAGE = 40;
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .importUrl(Job.class.getProtectionDomain().getCodeSource().getLocation());

  /** The packages of the product that each may know beside itself. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("circuit", Set.of()),
          entry("result", Set.of("circuit")),
          entry("simulator", Set.of("circuit")),
          entry("job", Set.of()),
          entry("workspace", Set.of("job")),
          entry("target", Set.of("workspace", "job", "circuit")),
          entry("lifecycle", Set.of("target", "workspace", "job", "circuit", "result")),
          entry("api", Set.of("lifecycle", "target", "workspace", "job", "circuit")),
          entry("storage", Set.of("job")),
          entry("callback", Set.of("job")),
          entry("quantum", Set.of("target", "workspace", "job")),
          entry("identity", Set.of("workspace", "job")),
          entry(
              "function",
              Set.of(
                  "api",
                  "lifecycle",
                  "target",
                  "workspace",
                  "job",
                  "circuit",
                  "storage",
                  "callback",
                  "quantum",
                  "identity")));

  static Stream<String> rooms() {
    return ARROWS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void package_dependsOnlyInTheAgreedDirection(String room) {
    String[] known =
        Stream.concat(Stream.of(room), ARROWS.get(room).stream())
            .map(name -> BASE + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(BASE + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.quantumexecutor..").and(not(resideInAnyPackage(known))))
        .because("an arrow nobody agreed on makes a circle sooner or later")
        .check(PRODUCTION);
  }

  @Test
  void packages_areAllNamedInTheArrows() {
    assertThat(PRODUCTION.stream().map(ArchitectureTest::room).distinct())
        .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"circuit", "result", "simulator"})
  void programsAndResults_dependOnJacksonAndJSpecifyAlone(String room) {
    classes()
        .that()
        .resideInAPackage(BASE + room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.quantumexecutor..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
        .because("they are as useful without Azure")
        .check(PRODUCTION);
  }

  @Test
  void azureTypes_stayAtTheEdges() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            BASE + "storage..", BASE + "quantum..", BASE + "identity..", BASE + "function..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.azure..")
        .because("the core is tested and read without the SDK")
        .check(PRODUCTION);
  }

  @Test
  void functionsTypes_stayInTheTriggers() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "function..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.microsoft.azure.functions..")
        .because("triggers bind, call and return")
        .check(PRODUCTION);
  }

  @Test
  void localStack_isUnknownToProduction() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "local..")
        .because("production code never asks whether it is local")
        .check(PRODUCTION);
  }

  @Test
  void packages_haveNoCircles() {
    slices().matching("io.quantumexecutor.(*)..").should().beFreeOfCycles().check(PRODUCTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lifecycle", "api", "target", "circuit", "result"})
  void subPackages_haveNoCircles(String room) {
    slices().matching(BASE + room + ".(**)").should().beFreeOfCycles().check(PRODUCTION);
  }

  @Test
  void stagesOfAJob_staySmall() {
    assertThat(
            PRODUCTION.stream()
                .filter(type -> room(type).equals("lifecycle"))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .collect(groupingBy(JavaClass::getPackageName, counting())))
        .hasSizeGreaterThan(1)
        .allSatisfy((name, types) -> assertThat(types).isLessThan(MAX_TYPES_IN_A_PACKAGE));
  }

  @Test
  void types_haveNamesOfTheirOwn() {
    Map<String, Long> named =
        PRODUCTION.stream()
            .filter(type -> type.getEnclosingClass().isEmpty())
            .map(JavaClass::getSimpleName)
            .filter(Predicate.not("package-info"::equals))
            .collect(groupingBy(name -> name, counting()));
    assertThat(named).allSatisfy((name, types) -> assertThat(types).isEqualTo(1));
  }

  @Test
  void records_holdNoExceptions() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areRecords()
        .should()
        .notHaveRawType(assignableTo(Throwable.class))
        .because("what went wrong is a value there, and thrown where it happens")
        .check(PRODUCTION);
  }

  @Test
  void dumpingGrounds_areNotFounded() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Manager|Helper|Helpers|Common)")
        .because("a name says what a class is for")
        .check(PRODUCTION);
  }

  /** The kinds of a sealed type are as good as types of their own. */
  @Test
  void types_useNoTypeNestedInTheirCaller() {
    List<String> uses =
        PRODUCTION.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(use -> use.getTargetClass().getEnclosingClass().isPresent())
            .filter(use -> !outermost(use.getTargetClass()).equals(outermost(use.getOriginClass())))
            .filter(use -> !isKindOf(use.getTargetClass(), outermost(use.getTargetClass())))
            .filter(use -> knows(outermost(use.getTargetClass()), outermost(use.getOriginClass())))
            .map(
                use ->
                    outermost(use.getOriginClass()).getSimpleName()
                        + " uses "
                        + use.getTargetClass().getName())
            .distinct()
            .toList();
    assertThat(uses).isEmpty();
  }

  private static boolean isKindOf(JavaClass nested, JavaClass outer) {
    return nested.isAssignableTo(outer.getName());
  }

  private static boolean knows(JavaClass outer, JavaClass other) {
    return PRODUCTION.stream()
        .filter(type -> outermost(type).equals(outer))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(use -> use.getTargetClass().equals(other));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(BASE.length()).replaceFirst("\\..*", "");
  }
}
