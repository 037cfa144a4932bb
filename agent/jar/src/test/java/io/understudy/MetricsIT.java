package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The metrics page of a running application, read by the application itself. */
class MetricsIT {
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

  /**
   * Waits until the agent's log contains the port, and until the page counts the call as matched.
   */
  private static final String SCRAPE =
      "package app;\n"
          + "import java.io.*;\n"
          + "import java.net.URL;\n"
          + "import java.nio.file.*;\n"
          + "import java.util.regex.*;\n"
          + "public class Main {\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    new Twice().twice(1);\n"
          + "    for (int i = 0; i < 1000; i++) {\n"
          + "      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);\n"
          + "      Matcher port = Pattern.compile(\"listening on 127.0.0.1:(\\\\d+)\").matcher(log(args[0]));\n"
          + "      if (!port.find()) continue;\n"
          + "      String page = read(new URL(\"http://127.0.0.1:\" + port.group(1) + \"/metrics\").openStream());\n"
          + "      if (page.contains(\"fate=\\\"matched\\\",point=\\\"twice\\\"} 1\")\n"
          + "          || page.contains(\"point=\\\"twice\\\",fate=\\\"matched\\\"} 1\")) {\n"
          + "        System.out.println(page);\n"
          + "        return;\n"
          + "      }\n"
          + "    }\n"
          + "  }\n"
          + "  static String log(String directory) throws IOException {\n"
          + "    StringBuilder all = new StringBuilder();\n"
          + "    File[] files = new File(directory).listFiles((d, n) -> n.endsWith(\".log\"));\n"
          + "    if (files != null) for (File file : files) all.append(read(new FileInputStream(file)));\n"
          + "    return all.toString();\n"
          + "  }\n"
          + "  static String read(InputStream in) throws IOException {\n"
          + "    try (InputStream from = in) {\n"
          + "      ByteArrayOutputStream out = new ByteArrayOutputStream();\n"
          + "      byte[] buffer = new byte[8192];\n"
          + "      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) out.write(buffer, 0, n);\n"
          + "      return out.toString(\"UTF-8\");\n"
          + "    }\n"
          + "  }\n"
          + "}\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void figuresCanBeScrapedWhateverPropertiesTheApplicationSets(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).app(TWICE, SCRAPE);
    Run run =
        jvm.option("-Dio.prometheus.unknown.property=x", "-Dslf4j.provider=app.NoSuchProvider")
            .yaml("metrics: { prometheus: { port: 0 } }\n" + CALLS)
            .run("app.Main", jvm.journalDirectory().toString());
    assertThat(run.out())
        .as(run.toString())
        .contains(
            "understudy_intercepted_total{point=\"twice\"} 1\n",
            "understudy_in_flight{point=\"twice\"} 0\n",
            "# TYPE understudy_calls_total counter\n",
            "understudy_queue_calls 0\n",
            "understudy_build_info{");
    assertThat(run.err()).doesNotContain("SLF4J", "understudy", "Exception");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void nothingListensUnlessConfigured(int java) throws Exception {
    String main =
        "package app;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + "    new Twice().twice(1);\n"
            + "    System.out.println(\"> called\");\n"
            + "    System.in.read();\n"
            + "    StringBuilder threads = new StringBuilder();\n"
            + "    for (Thread thread : Thread.getAllStackTraces().keySet()) {\n"
            + "      if (thread.getName().matches(\"understudy-metrics.*|HTTP-Dispatcher\")) {\n"
            + "        threads.append(thread);\n"
            + "      }\n"
            + "    }\n"
            + "    System.out.println(\"> threads \" + threads);\n"
            + "    while (System.in.read() != 'b') {}\n"
            + "    System.out.println(\"> bye\");\n"
            + "  }\n"
            + "}\n";
    ChildJvm jvm = ChildJvm.of(java, directory).app(TWICE, main).yaml(CALLS);
    try (LiveJvm live = jvm.start("app.Main")) {
      // The timer that starts the endpoint has run by the time the journal has the call.
      Condition.await(
          "the match is written", () -> jvm.left().books("twice").fate(Fate.MATCHED) == 1);
      assertThat(live.tell("threads")).isEqualTo("threads ");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(17)
  void logOfTheAgentIsNamedByItsProcess(int java) throws Exception {
    String main =
        "package app;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + "    new Twice().twice(1);\n"
            + "    System.out.println(ProcessHandle.current().pid());\n"
            + "  }\n"
            + "}\n";
    ChildJvm jvm = ChildJvm.of(java, directory);
    Path classes = Sources.compile(directory.resolve("app"), 17, "", TWICE, main);
    Run run = jvm.classPath(classes).yaml(CALLS).run("app.Main");
    try (Stream<Path> files = Files.list(jvm.journalDirectory())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as(run.toString())
          .anyMatch(
              name ->
                  name.matches(
                      "understudy-agent-test-" + run.out().trim() + "-\\d+T\\d+Z-[0-9a-f]+\\.log"));
    }
  }
}
