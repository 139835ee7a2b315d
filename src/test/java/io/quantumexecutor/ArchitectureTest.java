package io.quantumexecutor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quantumexecutor.job.Job;
import org.junit.jupiter.api.Test;

/** The one direction of dependencies. */
class ArchitectureTest {
  private static final String BASE = "io.quantumexecutor.";
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .importUrl(Job.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void packages_dependOnlyInTheAgreedDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("function")
        .definedBy(BASE + "function..")
        .layer("api")
        .definedBy(BASE + "api..")
        .layer("storage")
        .definedBy(BASE + "storage..")
        .layer("quantum")
        .definedBy(BASE + "quantum..")
        .layer("identity")
        .definedBy(BASE + "identity..")
        .layer("callback")
        .definedBy(BASE + "callback..")
        .layer("job")
        .definedBy(BASE + "job..")
        .layer("result")
        .definedBy(BASE + "result..")
        .layer("simulator")
        .definedBy(BASE + "simulator..")
        .layer("circuit")
        .definedBy(BASE + "circuit..")
        .whereLayer("function")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("api")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("storage")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("quantum")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("identity")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("callback")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("job")
        .mayOnlyBeAccessedByLayers("function", "api", "storage", "quantum", "identity", "callback")
        .whereLayer("result")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("simulator")
        .mayNotBeAccessedByAnyLayer()
        .because("what a job is must not depend on how it is reached, stored or executed")
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
  void packages_haveNoCycles() {
    slices().matching("io.quantumexecutor.(*)..").should().beFreeOfCycles().check(PRODUCTION);
  }

  @Test
  void dumpingGrounds_areNotFounded() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Manager|Helper|Helpers|Common)")
        .because("a name says what a class is for")
        .check(PRODUCTION);
  }
}
