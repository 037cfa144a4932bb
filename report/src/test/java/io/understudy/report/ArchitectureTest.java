package io.understudy.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

@AnalyzeClasses(
    packages = "io.understudy.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final int MOST_TYPES = 40;

  @ArchTest
  static final ArchRule reportReadsJournalsOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.understudy.agent..",
              "io.understudy.bridge..",
              "io.understudy.compare..",
              "io.understudy.value..");

  @ArchTest
  static final ArchRule layersInOrder =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("command line")
          .definedBy("io.understudy.report")
          .layer("render")
          .definedBy("io.understudy.report.render..")
          .layer("propose")
          .definedBy("io.understudy.report.propose..")
          .layer("aggregate")
          .definedBy("io.understudy.report.aggregate..")
          .layer("summary")
          .definedBy("io.understudy.report.summary..")
          .layer("statistics")
          .definedBy("io.understudy.report.statistics..")
          .whereLayer("command line")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("render")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("aggregate")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("propose")
          .mayOnlyBeAccessedByLayers("command line", "render")
          .whereLayer("summary")
          .mayOnlyBeAccessedByLayers("command line", "render", "propose", "aggregate");

  @ArchTest
  static final ArchRule onlyTheFormsUseTheirLibraries =
      noClasses()
          .that()
          .resideInAnyPackage("..aggregate..", "..summary..", "..statistics..", "..propose..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "gg.jte..", "com.fasterxml.jackson..");

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

  @ArchTest
  static void packagesHaveAtMostFortyTypes(JavaClasses classes) {
    Map<String, Long> types =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !isGenerated(type))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(types)
        .allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(MOST_TYPES));
  }

  private static boolean isGenerated(JavaClass type) {
    return type.getSimpleName().startsWith("Jte") || type.getSimpleName().equals("package-info");
  }
}
