package io.understudy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.LongSuite;
import io.understudy.rig.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The commands for a running JVM as users type them; with the built jar and two JVMs. */
class OperatingIT {
  private static final String QUOTE =
      "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n";
  private static final String TOTAL =
      "  - { name: total, control: app.Legacy#total, candidate: app.Next#total }\n";
  private static final String SLOW =
      "  - { name: slow, control: app.Legacy#slow, candidate: app.Next#slow }\n";

  @TempDir Path directory;

  private ChildJvm jvm(int java) {
    return ChildJvm.of(java, directory).option("-XX:SoftRefLRUPolicyMSPerMB=0").appOf("operated");
  }

  private Run command(int java, String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = ChildJvm.agentJar().toString();
    System.arraycopy(words, 0, all, 1, words.length);
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    return ChildJvm.of(java, elsewhere).run("-jar", all);
  }

  private String done(int java, String... words) throws Exception {
    Run run = command(java, words);
    assertThat(run.exit()).as(run.toString()).isZero();
    return run.out();
  }

  private String refused(int java, String... words) throws Exception {
    Run run = command(java, words);
    assertThat(run.exit()).as(run.toString()).isEqualTo(1);
    return run.err();
  }

  private static long intercepted(Run run, String point) throws Exception {
    PointTotals totals = run.books().get(point);
    return totals == null ? 0 : totals.intercepted();
  }

  private static PointTotals books(Run run, String point) throws Exception {
    return requireNonNull(run.books().get(point), point);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void attachedLateThenDetached(int java) throws Exception {
    ChildJvm child = jvm(java);
    String yaml = child.configuration("calls:\n" + QUOTE + TOTAL);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 3");
      assertThat(refused(java, "status", live.pid()))
          .isEqualTo("understudy: Understudy is not attached to this JVM\n");

      assertThat(done(java, "attach", live.pid(), yaml)).startsWith("started, version ");
      assertThat(live.tell("call 40")).isEqualTo("anna39 117");
      assertThat(refused(java, "attach", live.pid(), yaml)).contains("attached already");
      assertThat(done(java, "status", live.pid()))
          .contains("quote           armed, woven into 1 class\n")
          .contains("intercepted   40, in flight ");
      assertThat(done(java, "status", live.pid(), "--json"))
          .contains("\"name\": \"total\"", "\"intercepted\": 40", "\"lastReloadError\": null");

      assertThat(done(java, "pause", live.pid(), "quote")).isEqualTo("paused: quote\n");
      live.tell("call 5");
      assertThat(done(java, "resume", live.pid())).isEqualTo("resumed: quote, total\n");
      assertThat(refused(java, "pause", live.pid(), "qoute"))
          .contains("there is no call point qoute; known here: quote, total");

      assertThat(done(java, "detach", live.pid())).startsWith("detached; classes restored: 1; ");
      assertThat(live.tell("call 7")).isEqualTo("anna6 18");
      assertThat(live.tell("threads")).isEqualTo("[]");
      assertThat(refused(java, "detach", live.pid())).contains("not attached");
    }
    Run left = child.left();
    PointTotals quote = books(left, "quote");
    // Fewer are counted if the point was disarmed by then, a second after the pause.
    assertThat(quote.fate(Fate.SHED)).isBetween(0L, 5L);
    assertThat(quote.fate(Fate.MATCHED)).isEqualTo(40);
    assertThat(intercepted(left, "quote")).isEqualTo(40 + quote.fate(Fate.SHED));
    assertThat(books(left, "total").fate(Fate.MATCHED)).isEqualTo(45);
    assertThat(String.join("\n", left.journal())).contains("\"detached\"");
  }

  @LongSuite
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void twentyAttachmentsLeaveNothing(int java) throws Exception {
    ChildJvm child = jvm(java);
    String yaml = child.configuration("calls:\n" + QUOTE + TOTAL);
    try (LiveJvm live = child.start("app.Main")) {
      List<Long> early = null;
      List<Long> late = null;
      for (int i = 0; i < 20; i++) {
        done(java, "attach", live.pid(), yaml);
        assertThat(live.tell("call 50")).isEqualTo("anna49 147");
        done(java, "detach", live.pid());
        assertThat(live.tell("threads")).isEqualTo("[]");
        if (i == 4) {
          early = live.numbers("footprint");
        }
      }
      late = live.numbers("footprint");
      // KB of metaspace, classes, threads, open files; one agent is some 1,500 classes and 7,500
      // KB. The JVM also counts each version of the 50 guarded classes of the JDK as a class, and
      // on Java 8 each takes up to 10 KB: some 500 KB an attachment. Two leaked agents would fail.
      assertThat(late.get(1))
          .as("classes " + early + late)
          .isLessThan(requireNonNull(early, "footprint").get(1) + 15 * 60 + 300);
      assertThat(late.get(0)).as("metaspace " + early + late).isLessThan(early.get(0) + 14_000);
      assertThat(late.get(2)).as("threads " + early + late).isLessThanOrEqualTo(early.get(2));
      assertThat(late.get(3)).as("files " + early + late).isLessThanOrEqualTo(early.get(3) + 1L);
    }
    assertThat(intercepted(child.left(), "quote")).isEqualTo(1_000);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void callInsideItsControlWhileTheAgentDetaches(int java) throws Exception {
    ChildJvm child = jvm(java);
    String yaml = child.configuration("replay: { drain: 1s }\ncalls:\n" + SLOW + QUOTE);
    try (LiveJvm live = child.start("app.Main")) {
      done(java, "attach", live.pid(), yaml);
      assertThat(live.tell("enter")).isEqualTo("inside");
      done(java, "detach", live.pid());
      assertThat(live.tell("leave")).isEqualTo("left");
      done(java, "attach", live.pid(), yaml);
      live.tell("call 2");
      done(java, "detach", live.pid());
      assertThat(live.err()).doesNotContain("Exception");
    }
    Run left = child.left();
    assertThat(books(left, "slow").fate(Fate.DROPPED)).isEqualTo(1);
    assertThat(intercepted(left, "slow")).isEqualTo(1);
    assertThat(intercepted(left, "quote")).isEqualTo(2);
    assertThat(String.join("\n", left.journal())).contains("dropped: detached");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void reloadOfAChangedFile(int java) throws Exception {
    ChildJvm child = jvm(java);
    String yaml = child.yaml("calls:\n" + QUOTE + SLOW).configuration("calls:\n" + QUOTE + SLOW);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 10");
      live.tell("enter");

      child.configuration("replay: { drain: 1s }\ncalls:\n" + QUOTE + TOTAL);
      awaitStatus(java, live, "total           armed");
      live.tell("call 20");
      live.tell("leave");

      child.configuration("calls:\n  - { name: quote, kontrol: x }\n");
      awaitStatus(java, live, "THE LAST RELOAD WAS REFUSED");
      assertThat(refused(java, "reload", live.pid())).contains("kontrol");
      live.tell("call 5");

      Files.write(
          directory.resolve("other.yaml"),
          new String(Files.readAllBytes(Paths.get(yaml)), StandardCharsets.UTF_8)
              .replaceAll("(?s)calls:.*", "calls:\n" + TOTAL)
              .getBytes(StandardCharsets.UTF_8));
      assertThat(done(java, "reload", live.pid(), directory.resolve("other.yaml").toString()))
          .startsWith("reloaded, 1 call points, gone: quote; classes transformed: 1; ");
      live.tell("call 3");
      assertThat(done(java, "reload", live.pid())).startsWith("nothing changed: ");
    }
    Run left = child.left();
    assertThat(intercepted(left, "quote")).isEqualTo(35);
    assertThat(intercepted(left, "total")).isEqualTo(28);
    assertThat(intercepted(left, "slow")).isEqualTo(1);
    assertThat(books(left, "quote").fate(Fate.MATCHED)).isEqualTo(35);
    assertThat(left.journalFiles()).hasSize(3);
    assertThat(left.log()).contains("the configuration was not reloaded");
  }

  /**
   * L3: a reload closes the replaced configuration, even if the JVM ends while it waits for calls.
   */
  @Test
  void jvmThatEndsDuringAReload() throws Exception {
    String before = "replay: { drain: 8s }\ncalls:\n" + QUOTE + SLOW;
    ChildJvm child = jvm(Jvm.running());
    child.yaml(before).configuration(before);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 10");
      live.tell("enter");
      child.configuration("calls:\n" + QUOTE + TOTAL);
      awaitStatus(Jvm.running(), live, "total           armed");
      live.tell("call 5");
    }
    Run left = child.left();
    assertThat(books(left, "slow").fate(Fate.DROPPED)).isEqualTo(1);
    assertThat(books(left, "quote").fate(Fate.MATCHED)).isEqualTo(15);
    assertThat(String.join("\n", left.journal())).contains("\"reloaded\"", "\"shutdown\"");
  }

  private void awaitStatus(int java, LiveJvm live, String text) throws Exception {
    Condition.await(
        "the status contains " + text, () -> done(java, "status", live.pid()).contains(text));
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void jmxOnceTheApplicationHasIt(int java) throws Exception {
    ChildJvm child = jvm(java).yaml("calls:\n" + QUOTE + TOTAL);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 1");
      live.tell("jmx");
      assertThat(live.tell("pauseByJmx quote")).isEqualTo("paused: quote quote=paused total=armed");
    }
    assertThat(child.left().log()).contains("MBean io.understudy:type=Agent registered");
  }

  @Test
  void jvmThatRefusesToLoadAgents() throws Exception {
    ChildJvm child = jvm(21).option("-XX:-EnableDynamicAgentLoading");
    String yaml = child.configuration("calls:\n" + QUOTE);
    try (LiveJvm live = child.start("app.Main")) {
      assertThat(refused(21, "attach", live.pid(), yaml))
          .contains("was started with -XX:-EnableDynamicAgentLoading");
    }
  }

  @Test
  void jvmWithoutTheAttachMechanism() throws Exception {
    ChildJvm child = jvm(Jvm.running()).option("-XX:+DisableAttachMechanism");
    String yaml = child.configuration("calls:\n" + QUOTE);
    try (LiveJvm live = child.start("app.Main")) {
      assertThat(refused(Jvm.running(), "attach", live.pid(), yaml))
          .contains("-XX:+DisableAttachMechanism");
    }
  }

  @Test
  void wrongConfigurationAttachesNothing() throws Exception {
    ChildJvm child = jvm(Jvm.running());
    String yaml = child.configuration("calls:\n  - { name: quote, kontrol: x }\n");
    try (LiveJvm live = child.start("app.Main")) {
      assertThat(refused(Jvm.running(), "attach", live.pid(), yaml))
          .startsWith("understudy: nothing was attached. What is wrong:\n")
          .contains("kontrol");
      assertThat(live.tell("threads")).isEqualTo("[]");
      assertThat(done(Jvm.running(), "attach", live.pid(), child.configuration("calls:\n" + QUOTE)))
          .startsWith("started");
    }
  }

  @Test
  void refusedCallPointIsReported() throws Exception {
    ChildJvm child = jvm(Jvm.running());
    String yaml =
        child.configuration(
            "calls:\n" + QUOTE + "  - { control: app.Legacy#gone, candidate: app.Next#quote }\n");
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 3");
      assertThat(refused(Jvm.running(), "attach", live.pid(), yaml))
          .startsWith("understudy: the agent is attached, but not all call points are armed")
          .contains("(1 armed, 1 refused)", "quote: armed, woven into 1 class", "REFUSED: ");
      assertThat(done(Jvm.running(), "status", live.pid())).contains("refused, woven into 0");
    }
  }

  @Test
  void missingProcess() throws Exception {
    assertThat(refused(Jvm.running(), "status", "2147483646"))
        .contains("there is no process 2147483646");
    assertThat(refused(Jvm.running(), "status", "billing")).contains("billing is not a process id");
  }

  @Test
  void warningOfNewerJvms() throws Exception {
    ChildJvm child = jvm(21);
    String yaml = child.configuration("calls:\n" + QUOTE);
    try (LiveJvm live = child.start("app.Main")) {
      done(21, "attach", live.pid(), yaml);
      // These need no further attachment, so the JVM prints nothing more.
      assertThat(done(21, "status", live.pid())).contains("quote");
      assertThat(done(21, "pause", live.pid())).startsWith("paused");
      assertThat(done(21, "status"))
          .containsPattern("attached +" + live.pid() + " .*\\(test, version");
      assertThat(done(21, "detach", live.pid())).startsWith("detached");
      String warnings =
          java.util.Arrays.stream(live.err().split("\n"))
              .filter(line -> line.startsWith("WARNING: "))
              .map(line -> line.replaceAll(" \\(.*\\)", ""))
              .collect(Collectors.joining("\n"));
      assertThat(warnings)
          .isEqualTo(
              String.join(
                  "\n",
                  "WARNING: A Java agent has been loaded dynamically",
                  "WARNING: If a serviceability tool is in use, please run with"
                      + " -XX:+EnableDynamicAgentLoading to hide this warning",
                  "WARNING: If a serviceability tool is not in use, please run with"
                      + " -Djdk.instrument.traceUsage for more information",
                  "WARNING: Dynamic loading of agents will be disallowed by default in a future"
                      + " release"));
    }
  }
}
