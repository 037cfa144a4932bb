package io.understudy.chaos;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs cases. The application is compiled once, and runs without the agent once for each way. */
final class Chaos {
  /** The directory of the journal, relative to the working directory of the JVM. */
  static final String JOURNAL = "journal";

  private static final Map<String, Run> WITHOUT = new ConcurrentHashMap<>();
  private static @Nullable Path application;

  private Chaos() {}

  static void run(int java, ChaosCase chaos, Path directory) throws Exception {
    Run without = without(java, chaos, directory.resolve("without"));
    Path with = Files.createDirectories(directory.resolve("with"));
    Path count = with.resolve("count");
    long[] sum = new long[3];
    Run run = null;
    for (int i = 0; i < chaos.times; i++) {
      run = with(java, chaos, with, count);
      long[] counts = ChaosRun.counts(count);
      for (int c = 0; c < sum.length; c++) {
        sum[c] += counts[c];
      }
      Files.deleteIfExists(count);
      ChaosRun result = new ChaosRun(java, run, without, with, sum);
      result.assertUnchanged(chaos);
    }
    ChaosRun result = new ChaosRun(java, run == null ? without : run, without, with, sum);
    result.assertBooks(chaos.books);
    for (ChaosCase.Expectation each : chaos.expectations) {
      each.check(result);
    }
  }

  private static Run with(int java, ChaosCase chaos, Path directory, Path count) throws Exception {
    ChildJvm jvm = jvm(java, chaos, directory).option("-Dchaos.agent=" + ChildJvm.agentJar());
    chaos.configure(jvm);
    for (ChaosCase.Preparation each : chaos.preparations) {
      each.prepare(directory);
    }
    return start(jvm, chaos, count);
  }

  private static Run without(int java, ChaosCase chaos, Path directory) throws Exception {
    String key = java + " " + chaos.options + chaos.before + chaos.action;
    Run known = WITHOUT.get(key);
    if (known == null) {
      ChildJvm jvm = jvm(java, chaos, Files.createDirectories(directory));
      jvm.configuration(yaml(chaos));
      known = start(jvm, chaos, directory.resolve("count"));
      if (known.exit() == -1) {
        throw new AssertionError("the application does not end without the agent: " + known);
      }
      WITHOUT.put(key, known);
    }
    return known;
  }

  private static ChildJvm jvm(int java, ChaosCase chaos, Path directory) {
    ChildJvm jvm = ChildJvm.of(java, directory).classPath(application()).limit(chaos.seconds);
    if (!chaos.before.isEmpty()) {
      jvm.after(chaos.before);
    }
    return jvm.option(chaos.options.toArray(new String[0]));
  }

  private static Run start(ChildJvm jvm, ChaosCase chaos, Path count) throws Exception {
    return jvm.option("-Dchaos.count=" + count)
        .run("chaos.Main", chaos.action.toArray(new String[0]));
  }

  /** The configuration of a case that gives no whole text. */
  static String yaml(ChaosCase chaos) {
    return "application: chaos\n"
        + "journal: { directory: "
        + JOURNAL
        + ", flush: 100ms"
        + chaos.journal
        + " }\n"
        + (chaos.settings.contains("replay:")
            ? ""
            : "replay: { timeout: 2s, drain: 1s, queue: { calls: 20000 } }\n")
        + "snapshot: { time: 5s }\n"
        + chaos.settings
        + "calls:\n"
        + point("quote", chaos.quote)
        + point("lines", chaos.lines)
        + chaos.more;
  }

  static String point(String control, String candidate) {
    return "  - { name: "
        + control
        + ", control: chaos.Legacy#"
        + control
        + ", candidate: "
        + candidate
        + " }\n";
  }

  private static synchronized Path application() {
    Path known = application;
    if (known == null) {
      try {
        Path target = Files.createDirectories(Paths.get("target").toAbsolutePath());
        Path classes = Files.createTempDirectory(target, "chaos");
        known = Sources.compile(classes, Sources.ofApp("chaos"));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      application = known;
    }
    return known;
  }
}
