package io.understudy.chaos;

import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs sessions one after the other in one directory. Not thread-safe. */
final class Soak {
  private static final String[] FAULTS = {
    "interrupt",
    "stop",
    "memory",
    "stack",
    "mode spin",
    "mode throw",
    "mode pollute",
    "mode echo",
    "mode allocate",
    "mode stack",
    "disk",
    "reload",
    "pause",
    "attach"
  };
  private static final int SAMPLE_EACH = 2;
  private static final String AGENT_OPTIONS = "-XX:+EnableDynamicAgentLoading";

  private final int java;
  private final Path directory;
  private final Random random;
  private final Path application;
  private PointTotals before = PointTotals.none();
  private int examples = 10;
  private long journals;
  private long failures;

  Soak(int java, Path directory, Random random) {
    this.java = java;
    this.directory = directory;
    this.random = random;
    this.application = Sources.compile(directory.resolve("application"), Sources.ofApp("chaos"));
  }

  /** Runs one JVM for so long, and ends it by a kill or in order. */
  SoakSession session(int number, long seconds, boolean killed) throws Exception {
    Path count = directory.resolve("count-" + number);
    ChildJvm child =
        ChildJvm.of(java, directory)
            .classPath(application)
            .option("-XX:+IgnoreUnrecognizedVMOptions", AGENT_OPTIONS)
            .option("-XX:SoftRefLRUPolicyMSPerMB=0", "-Dchaos.count=" + count)
            .yaml(yaml());
    SoakSession session = new SoakSession(number, killed);
    LiveJvm live = child.start("chaos.Main", "Soak");
    try (LiveJvm ended = live) {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      journals++;
      for (int i = 0; System.nanoTime() - until < 0; i++) {
        String fault = FAULTS[random.nextInt(FAULTS.length)];
        session.fault(fault);
        strike(fault, live);
        if (i % SAMPLE_EACH == 0) {
          session.sample(live.numbers("sample"));
        }
      }
      live.tell("mode right");
      command("resume", live);
      pause(3000);
      session.certain(ChaosRun.counts(count)[1]);
      pause(3000);
      session.sample(live.numbers("sample"));
      if (killed) {
        ended.kill();
      }
    }
    Run left = child.left();
    PointTotals after = PointTotals.none();
    for (Map.Entry<String, PointTotals> each : left.books().entrySet()) {
      after = after.plus(each.getValue());
    }
    session.exit(live.exit());
    session.end(ChaosRun.counts(count)[1], before, after);
    long logged = SoakSession.failuresIn(left.log());
    // The agent deletes old logs.
    session.failures(Math.max(0, logged - failures));
    failures = logged;
    before = after;
    return session;
  }

  private void strike(String fault, LiveJvm live) throws Exception {
    switch (fault) {
      case "disk":
        // The disk is full for the JVM: no file of it may grow.
        limit(live, "0:");
        pause(2000);
        limit(live, "unlimited:");
        journals++;
        break;
      case "reload":
        examples++;
        Files.write(
            directory.resolve("understudy.yaml"),
            new String(
                    Files.readAllBytes(directory.resolve("understudy.yaml")),
                    StandardCharsets.UTF_8)
                .replaceAll("examples-per-hour: \\d+", "examples-per-hour: " + examples)
                .getBytes(StandardCharsets.UTF_8));
        command("reload", live);
        journals++;
        break;
      case "pause":
        // After a second of pause, calls are not counted: the load waits.
        live.tell("hold");
        command("pause", live);
        command("resume", live);
        live.tell("go");
        break;
      case "attach":
        // Calls without an agent could not be counted: the load waits.
        live.tell("hold");
        command("detach", live);
        command("attach", live, directory.resolve("understudy.yaml").toString());
        live.tell("go");
        journals++;
        break;
      default:
        live.tell(fault);
        pause(500 + random.nextInt(1000));
        if (fault.startsWith("mode")) {
          live.tell("mode right");
          // A call point whose candidate spun is off until a person turns it on.
          command("resume", live);
        }
    }
  }

  private static void limit(LiveJvm live, String size) throws Exception {
    new ProcessBuilder("prlimit", "--pid", live.pid(), "--fsize=" + size).start().waitFor();
  }

  private void command(String verb, LiveJvm live, String... more) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(ChildJvm.agentJar().toString());
    words.add(verb);
    words.add(live.pid());
    words.addAll(Arrays.asList(more));
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Run run = ChildJvm.of(java, elsewhere).run("-jar", words.toArray(new String[0]));
    if (run.exit() != 0) {
      throw new AssertionError(verb + " failed: " + run + live.err());
    }
  }

  private static void pause(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  private String yaml() {
    return "application: soak\njournal: { directory: journal, flush: 200ms, examples-per-hour: "
        + examples
        + " }\nreplay: { timeout: 300ms, drain: 2s, stuck: 4 }\nreload: false\ncalls:\n"
        + Chaos.point("quote", "chaos.Soak$Candidate#quote")
        + Chaos.point("lines", "chaos.Next#lines");
  }

  /** Files beyond one journal for each start, reload and full disk, and a log for each start. */
  List<String> brokenFiles() throws IOException {
    List<String> broken = new ArrayList<>();
    long files;
    try (Stream<Path> all = Files.list(directory.resolve("journal"))) {
      files = all.count();
    }
    if (files > 3 * journals + 8) {
      broken.add(files + " files in the journal's directory for " + journals + " sessions");
    }
    return broken;
  }
}
