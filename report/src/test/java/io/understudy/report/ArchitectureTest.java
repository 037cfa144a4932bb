package io.understudy.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.understudy.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule reportKnowsJournalsOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.understudy.agent..",
              "io.understudy.bridge..",
              "io.understudy.compare..",
              "io.understudy.value..");

  @ArchTest
  static final ArchRule aggregateDoesNotKnowRender =
      noClasses()
          .that()
          .resideInAPackage("..aggregate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..render..", "picocli..", "gg.jte..");

  @ArchTest
  static final ArchRule renderDoesNotKnowTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage("..render..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.understudy.report.Main");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.understudy.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyMainTouchesTheStandardStreams =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.understudy.report.Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
