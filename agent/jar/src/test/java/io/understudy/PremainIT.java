package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code premain} on real JVMs: the application starts whatever fails there. */
class PremainIT {
  private static final String HELLO =
      "public class Main {\n"
          + "  public static void main(String[] args) {\n"
          + "    System.out.println(\"hello\");\n"
          + "  }\n"
          + "}\n";

  /** The JDK creates both when java.util.logging or JMX is first used. */
  private static final String WATCHDOG =
      "public class Watchdog extends java.util.logging.LogManager {\n"
          + "  public Watchdog() {\n"
          + "    System.out.println(\"LogManager initialised\");\n"
          + "    new Exception().printStackTrace();\n"
          + "  }\n"
          + "  public static class Beans extends javax.management.MBeanServerBuilder {\n"
          + "    public Beans() {\n"
          + "      System.out.println(\"MBeanServer created\");\n"
          + "      new Exception().printStackTrace();\n"
          + "    }\n"
          + "  }\n"
          + "}\n";

  /** An application whose candidate allocates without end. */
  private static final String ALLOCATING =
      "public class Main {\n"
          + "  String text() { return \"a\"; }\n"
          + "  public static class Next {\n"
          + "    static volatile byte[] last;\n"
          + "    public String text() {\n"
          + "      for (int i = 0; i < 100_000; i++) { last = new byte[100_000]; }\n"
          + "      return \"a\";\n"
          + "    }\n"
          + "  }\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    for (int i = 0; i < 20; i++) {\n"
          + "      new Main().text();\n"
          + "      Thread.sleep(100);\n"
          + "    }\n"
          + "    System.out.println(\"hello\");\n"
          + "  }\n"
          + "}\n";

  private static final String CALLS =
      "calls:\n  - { name: quote, control: com.acme.Pricing#quote, candidate: com.acme.next.Pricing#quote }\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void applicationStartsWithoutConfigurationFile(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).app(HELLO).arguments("no-such-file.yaml").run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("no-such-file.yaml").doesNotContain("\tat ");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationStartsWithoutArgument(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).app(HELLO).arguments("").run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.err())
        .contains("no configuration is named", "UNDERSTUDY_CONFIG")
        .doesNotContain("Error");
  }

  /** The configuration of the environment, with a variable; its control is never loaded. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void configurationOfTheEnvironment(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).app(HELLO).arguments("");
    jvm.environment("UNDERSTUDY_CONFIG", jvm.configuration("application: ${NAME:-shop}\n" + CALLS));
    Run run = jvm.run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.err())
        .containsPattern(
            "understudy: started, version .*, 1 call point \\(0 armed, 1 armed when .*budget cpu")
        .contains("understudy-agent-shop-")
        .contains("no class of 1 call point was loaded so far: quote (com.acme.Pricing)");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void secondAttachmentIsIgnored(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).app(HELLO).yaml(CALLS);
    Run run = jvm.option(jvm.agentOption()).run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.err()).containsOnlyOnce("attached already");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void toolsOfTheJdkAreNotAffected(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).arguments("no-such-file.yaml");
    jvm.environment("JAVA_TOOL_OPTIONS", jvm.agentOption());
    Run run = jvm.command("keytool", "-help");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).doesNotContain("understudy:");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void jarMergedWithOthersIsRefused(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).app(HELLO);
    Path classes = Files.createDirectories(directory.resolve("merged"));
    unpackPremain(classes);
    Path merged =
        Sources.jar(
            classes, directory.resolve("merged.jar"), "Premain-Class", "io.understudy.Premain");
    Run run = jvm.agent(merged).arguments("x.yaml").run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.err()).contains("do not merge it into other jars").hasLineCount(1);
  }

  private static void unpackPremain(Path into) throws Exception {
    try (JarFile jar = new JarFile(ChildJvm.agentJar().toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith("io/understudy/") && entry.getName().endsWith(".class")) {
          Path file = into.resolve(entry.getName());
          Files.createDirectories(Objects.requireNonNull(file.getParent()));
          Files.copy(jar.getInputStream(entry), file);
        }
      }
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void jarInDirectoryWithSpecialCharacters(int java) throws Exception {
    Path odd = Files.createDirectories(directory.resolve("a b+c%20d"));
    Path jar = Files.copy(ChildJvm.agentJar(), odd.resolve("agent 1.jar"));
    Run run = ChildJvm.of(java, directory).app(HELLO).agent(jar).yaml(CALLS).run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.err()).doesNotContain("not started");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void noTemporaryFiles(int java) throws Exception {
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    Run run =
        ChildJvm.of(java, directory)
            .app(HELLO)
            .option("-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData")
            .yaml(CALLS)
            .run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void loggingAndManagementAreNotInitialised(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .app(HELLO, WATCHDOG)
            .option("-Djava.util.logging.manager=Watchdog")
            .option("-Djavax.management.builder.initial=Watchdog$Beans")
            .yaml(CALLS)
            .run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
  }

  /** The limits of candidates read the CPU time and the memory of threads from the JVM's beans. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void limitsOfCandidatesDoNotInitialiseLoggingAndManagement(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .app(ALLOCATING, WATCHDOG)
            .option("-Djava.util.logging.manager=Watchdog")
            .option("-Djavax.management.builder.initial=Watchdog$Beans")
            .yaml(
                "replay: { allocation: 20MB, comparison: 1s }\n"
                    + "calls:\n"
                    + "  - { name: text, control: Main#text, candidate: Main$Next#text }\n")
            .run("Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("hello\n");
    assertThat(run.books("text").fate(Fate.UNANSWERED)).as(run.log()).isPositive();
    assertThat(String.join("\n", run.journal())).contains("allocates more than 20 MB");
  }
}
