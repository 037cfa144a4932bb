package io.understudy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** The comparator is a library of four layers that knows nothing of the agent. */
@AnalyzeClasses(packages = "io.understudy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("value")
          .definedBy("io.understudy.value..")
          .layer("compare")
          .definedBy("io.understudy.compare..")
          .layer("journal")
          .definedBy("io.understudy.journal..")
          .layer("portable")
          .definedBy("io.understudy.portable..")
          .whereLayer("portable")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("journal")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("journal")
          .whereLayer("value")
          .mayOnlyBeAccessedByLayers("compare", "journal", "portable");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.understudy.(**)").should().beFreeOfCycles();

  @ArchTest
  static void packageHasAtMostFortyTypes(JavaClasses classes) {
    Map<String, Long> types =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(types)
        .isNotEmpty()
        .allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(40L));
  }

  @ArchTest
  static final ArchRule NEITHER_AGENT_NOR_REPORT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.understudy.agent..", "io.understudy.bridge..", "io.understudy.report..");

  @ArchTest
  static final ArchRule COMPARING_NEEDS_THE_JDK_ONLY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.understudy.value..", "io.understudy.compare..", "io.understudy.portable..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "javax.xml..",
              "javax.sql..",
              "javax.naming..",
              "javax.security.auth..",
              "io.understudy.value..",
              "io.understudy.compare..",
              "io.understudy.portable..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule NO_THREADS_AND_NO_FILES_IN_COMPARE =
      noClasses()
          .that()
          .resideInAPackage("io.understudy.compare..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class);

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
