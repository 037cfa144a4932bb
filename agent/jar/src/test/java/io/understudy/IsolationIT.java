package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** L7: the agent and the application are isolated from each other. */
class IsolationIT {
  private static final String TWICE =
      "package app;\n"
          + "public class Twice {\n"
          + "  public int twice(int value) {\n"
          + "    return 2 * value;\n"
          + "  }\n"
          + "  public int again(int value) {\n"
          + "    return value + value;\n"
          + "  }\n"
          + "}\n";

  private static final String CALLS =
      "calls:\n  - { name: twice, control: app.Twice#twice, candidate: app.Twice#again }\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void librariesAreSeparate(int java) throws Exception {
    String main =
        "package app;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + "    new Twice().twice(1);\n"
            + "    for (String name : new String[] {\"net.bytebuddy.ByteBuddy\", \"org.slf4j.Logger\",\n"
            + "        \"com.fasterxml.jackson.core.JsonFactory\", \"io.understudy.agent.Agent\"}) {\n"
            + "      try {\n"
            + "        System.out.println(Class.forName(name));\n"
            + "      } catch (ClassNotFoundException e) {\n"
            + "        System.out.println(\"no \" + name);\n"
            + "      }\n"
            + "    }\n"
            + "    System.out.println(Thread.currentThread().getContextClassLoader()\n"
            + "        .getResources(\"META-INF/services/org.slf4j.spi.SLF4JServiceProvider\").hasMoreElements());\n"
            + "  }\n"
            + "}\n";
    Run run = ChildJvm.of(java, directory).app(TWICE, main).yaml(CALLS).run("app.Main");
    assertThat(run.out())
        .as(run.toString())
        .isEqualTo(
            "no net.bytebuddy.ByteBuddy\n"
                + "no org.slf4j.Logger\n"
                + "no com.fasterxml.jackson.core.JsonFactory\n"
                + "no io.understudy.agent.Agent\n"
                + "false\n");
    assertThat(run.books("twice").fate(Fate.MATCHED)).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void loggingIsSeparate(int java) throws Exception {
    Path log = directory.resolve("application.log");
    String main =
        "package app;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + "    new Twice().twice(1);\n"
            + "    org.slf4j.LoggerFactory.getLogger(\"app\").info(\"hello\");\n"
            + "    System.out.println(org.slf4j.LoggerFactory.getILoggerFactory().getClass().getClassLoader()\n"
            + "        == Main.class.getClassLoader());\n"
            + "    System.out.println(com.fasterxml.jackson.core.JsonFactory.class.getClassLoader()\n"
            + "        == Main.class.getClassLoader());\n"
            + "  }\n"
            + "}\n";
    ChildJvm jvm =
        ChildJvm.of(java, directory)
            .classPath(
                jarOf(org.slf4j.Logger.class),
                jarOf(ch.qos.logback.classic.Logger.class),
                jarOf(ch.qos.logback.core.Context.class),
                jarOf(JsonFactory.class))
            .app(TWICE, main)
            .yaml(CALLS);
    Path configuration =
        jvm.write(
            "app-logback.xml",
            "<configuration>\n"
                + "  <appender name='F' class='ch.qos.logback.core.FileAppender'>\n"
                + "    <file>"
                + log
                + "</file>\n"
                + "    <encoder><pattern>%logger %msg%n</pattern></encoder>\n"
                + "  </appender>\n"
                + "  <root level='TRACE'><appender-ref ref='F'/></root>\n"
                + "</configuration>\n");
    Run run =
        jvm.option("-Dlogback.configurationFile=" + configuration)
            .option("-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider")
            .run("app.Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("true\ntrue\n");
    assertThat(log).content().isEqualTo("app hello\n");
    assertThat(run.books("twice").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void loggingProviderOfTheApplication(int java) throws Exception {
    String main =
        "package app;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) {\n"
            + "    System.out.println(new Twice().twice(1));\n"
            + "  }\n"
            + "}\n";
    Run run =
        ChildJvm.of(java, directory)
            .app(TWICE, main)
            .yaml(CALLS)
            .option("-Dslf4j.provider=com.acme.logging.Provider")
            .run("app.Main");
    assertThat(run.out()).as(run.toString()).isEqualTo("2\n");
    assertThat(run.err()).doesNotContain("com.acme.logging.Provider").doesNotContain("SLF4J");
    assertThat(run.books("twice").fate(Fate.MATCHED)).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void loaderOfAnUndeployedApplicationIsCollected(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory);
    String[] sources = Sources.ofApp("undeploy/host");
    Path deployed =
        Sources.compile(
            Files.createDirectories(directory.resolve("deployed")), Sources.ofApp("undeploy/app"));
    Run run =
        jvm.app(sources)
            .yaml(
                "calls:\n  - { name: find, control: app.Service#find, candidate: app.Service#again }\n")
            .run("host.Main", deployed.toString());
    assertThat(run.out()).as(run.toString()).isEqualTo("collected\n");
    assertThat(run.books("find").intercepted()).isEqualTo(100);
    assertThat(run.books("find").inFlight()).isZero();
  }

  private static Path jarOf(Class<?> type) throws Exception {
    return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
