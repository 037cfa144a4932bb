package io.understudy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The agent's layers, as docs/architecture.md states them. The compiler holds the order of modules:
 * bridge and comparator do not depend on the agent, and the runtime does not depend on the tool.
 */
@AnalyzeClasses(
    packages = "io.understudy",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutRig.class})
final class ArchitectureTest {
  private static final String AGENT = "io.understudy.agent";
  private static final String TOOL = "io.understudy.tool";
  private static final String BRIDGE = "io.understudy.bridge";

  /** Runs in the build, and is no part of the jar. */
  private static final String PACKING = "io.understudy.packing";

  private static final String WEAVE = AGENT + ".weave";
  private static final String GUARD = AGENT + ".guard";
  private static final String CAPTURE = AGENT + ".capture";
  private static final String SNAPSHOT = AGENT + ".snapshot";
  private static final String QUEUE = AGENT + ".queue";
  private static final String REPLAY = AGENT + ".replay";
  private static final String EVIDENCE = AGENT + ".evidence";
  private static final String METRICS = AGENT + ".metrics";
  private static final String THREAD = AGENT + ".thread";
  private static final String LOG = AGENT + ".log";
  private static final String CONFIG = AGENT + ".config";
  private static final String CHECK = TOOL + ".check";
  private static final String CLASSPATH = TOOL + ".classpath";
  private static final String TYPE = TOOL + ".type";
  private static final String SUGGEST = TOOL + ".suggest";
  private static final String COUNTING = AGENT + ".counting";
  private static final String JMX = AGENT + ".jmx";
  private static final String OPERATE = AGENT + ".operate";
  private static final String COMMAND = TOOL + ".command";
  private static final String CLASSFILE = AGENT + ".classfile";
  private static final String SERVICE = AGENT + ".service";

  /** The rig starts JVMs for tests, and is not shipped. */
  static final class WithoutRig implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/io/understudy/rig/");
    }
  }

  @ArchTest
  static final ArchRule stagesHandOverThroughInterfacesAndDoNotKnowEachOther =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                @Override
                public String getDescription() {
                  return "the stages";
                }

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  return stage(type.getPackageName());
                }
              })
          .should()
          .notDependOnEachOther();

  private static SliceIdentifier stage(String name) {
    for (String stage : new String[] {CAPTURE, SNAPSHOT, QUEUE, REPLAY, EVIDENCE, METRICS}) {
      if (name.equals(stage) || name.startsWith(stage + ".")) {
        return SliceIdentifier.of(stage);
      }
    }
    return SliceIdentifier.ignore();
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
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

  /** The compiler does not forbid other packages of the JDK, which may start logging or JMX. */
  @ArchTest
  static final ArchRule bridgeKnowsJavaPackagesAlone =
      classes()
          .that()
          .resideInAPackage(BRIDGE)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("java..", BRIDGE, "org.jspecify.."));

  @ArchTest
  static final ArchRule bridgeIsTouchedByWhatWeavesAndTheRootAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              BRIDGE, WEAVE, GUARD, CAPTURE, COUNTING, THREAD, AGENT, "io.understudy")
          .should()
          .dependOnClassesThat(resideInAPackage(BRIDGE));

  @ArchTest
  static final ArchRule sharedPackagesKnowNoStage =
      noClasses()
          .that()
          .resideInAnyPackage(
              AGENT + ".call",
              CONFIG + "..",
              LOG,
              CHECK,
              CLASSPATH,
              TYPE,
              SUGGEST,
              COMMAND,
              CLASSFILE,
              SERVICE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  WEAVE,
                  CAPTURE,
                  SNAPSHOT + "..",
                  QUEUE,
                  REPLAY + "..",
                  EVIDENCE,
                  METRICS,
                  AGENT,
                  BRIDGE));

  @ArchTest
  static final ArchRule loggingLibrariesAreKnownToTheLogAlone =
      onlyIn(LOG, "ch.qos.logback..", "org.slf4j..");

  @ArchTest static final ArchRule metersAreKnownToMetricsAlone = onlyIn(METRICS, "io.micrometer..");

  @ArchTest
  static final ArchRule httpClientIsKnownToItsPackageAlone =
      onlyIn(AGENT + ".http", "org.apache.hc..");

  /** Its time limits are system properties of the whole JVM, and half a request blocks it. */
  @ArchTest
  static final ArchRule nobodyUsesTheHttpServerOfTheJdk =
      noClasses().should().dependOnClassesThat(resideInAPackage("com.sun.net.httpserver.."));

  @ArchTest
  static final ArchRule yamlIsKnownToTheConfigurationAlone =
      onlyIn(CONFIG + ".yaml", "org.yaml..", "com.fasterxml.jackson.dataformat..");

  @ArchTest static final ArchRule picocliIsKnownToTheCommandsAlone = onlyIn(COMMAND, "picocli..");

  @ArchTest
  static final ArchRule byteBuddyIsKnownToThoseThatReadClassFilesAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              WEAVE, GUARD, COUNTING, CHECK, CLASSPATH, TYPE, SUGGEST, CLASSFILE, SERVICE, PACKING)
          .should()
          .dependOnClassesThat(resideInAPackage("net.bytebuddy.."));

  /** Use of it initialises the LogManager, which application servers choose themselves. */
  @ArchTest
  static final ArchRule nobodyTouchesJavaUtilLogging =
      noClasses().should().dependOnClassesThat(resideInAPackage("java.util.logging.."));

  /**
   * Creating the platform's MBean server initialises the LogManager too. The beans of the runtime,
   * the threads and the collectors do not, which PremainIT checks; and the agent's own MBean waits
   * until the application has created that server.
   */
  @ArchTest
  static final ArchRule nobodyTouchesJmx =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(EVIDENCE + ".ProcessIdentity")
          .and()
          .resideOutsideOfPackages(JMX, REPLAY + ".limit", AGENT + ".budget.machine")
          .should()
          .dependOnClassesThat(resideInAnyPackage("javax.management..", "java.lang.management.."));

  /** A method that only creates a logger is enough to initialise the LogManager. */
  @ArchTest
  static final ArchRule nobodyMakesAnMbeanServer =
      noClasses()
          .should()
          .callMethod(java.lang.management.ManagementFactory.class, "getPlatformMBeanServer")
          .orShould()
          .callMethod(javax.management.MBeanServerFactory.class, "createMBeanServer");

  @ArchTest
  static final ArchRule nobodyUsesUnsafe =
      noClasses().should().dependOnClassesThat(resideInAnyPackage("sun.misc..", "jdk.internal.."));

  /**
   * Premain prints before the log exists, and commands print their results. Two classes compare the
   * streams, which a candidate may have replaced or may close, and print nothing.
   */
  @ArchTest
  static final ArchRule nobodyElsePrints =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.understudy.Premain")
          .and()
          .doNotHaveFullyQualifiedName("io.understudy.Requests")
          .and()
          .doNotHaveFullyQualifiedName(GUARD + ".JvmState")
          .and()
          .doNotHaveFullyQualifiedName(BRIDGE + ".Settings")
          .and()
          .resideOutsideOfPackages(CHECK, COMMAND, PACKING)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  private static ArchRule onlyIn(String owner, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }
}
