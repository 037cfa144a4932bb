package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The default budget, a pause and the file STOP in child JVMs whose application counts its own
 * calls.
 */
class BudgetIT {
  private static final String CALLS =
      "calls:\n"
          + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n"
          + "  - { name: rare, control: app.Legacy#rare, candidate: app.Next#rare }\n";

  /** The default, written out: the rig would add its own otherwise. */
  private static final String DEFAULT = "budget: { cpu: 25%, caller: 1% }\n";

  /** In ten seconds, of all threads of the agent together. */
  private static final long MOST_WAKE_UPS = 100;

  @TempDir Path directory;

  private ChildJvm jvm(int java) {
    return ChildJvm.of(java, directory).appOf("budgeted");
  }

  private static long ended(PointTotals totals) {
    long sum = 0;
    for (Fate fate : Fate.values()) {
      sum += totals.fate(fate);
    }
    return sum;
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void booksBalanceWhileTheBudgetSheds(int java) throws Exception {
    ChildJvm child = jvm(java).yaml(DEFAULT + CALLS);
    long calls;
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("load 4 3000");
      settle(live);
      Condition.await(
          "rare calls replayed",
          () -> {
            live.tell("load 2 1000");
            return live.numbers("asked 10").get(2) > 0;
          });
      calls = live.numbers("load 2 1000").get(0);
    }
    Run run = child.left();
    PointTotals quote = run.books("quote");
    PointTotals rare = run.books("rare");

    assertThat(quote.intercepted() + rare.intercepted()).isEqualTo(calls);
    assertThat(ended(quote)).isEqualTo(quote.intercepted());
    assertThat(ended(rare)).isEqualTo(rare.intercepted());
    assertThat(quote.fate(Fate.SHED)).isPositive();
    assertThat(quote.fate(Fate.MATCHED)).isPositive();
    assertThat(rare.fate(Fate.MATCHED)).isPositive();
    assertThat(quote.fate(Fate.MISMATCHED) + rare.fate(Fate.MISMATCHED)).isZero();
    assertThat(String.join("\n", run.journal())).contains("shed: warming up");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void reloadUnderLoadBeginsAgainWithFewCalls(int java) throws Exception {
    ChildJvm child = jvm(java).yaml(DEFAULT + CALLS);
    long calls;
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("load 2 2000");
      child.configuration(DEFAULT + "replay: { threads: 1 }\n" + CALLS);
      live.tell("load 2 6000");
      calls = live.numbers("call 1 1").get(0);
    }
    Run run = child.left();

    assertThat(String.join("\n", run.journal())).contains("\"why\":\"reloaded\"");
    assertThat(run.books("quote").intercepted() + run.books("rare").intercepted()).isEqualTo(calls);
    assertThat(ended(run.books("quote"))).isEqualTo(run.books("quote").intercepted());
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void firstCallsOfAColdApplicationAreShedAndNotDropped(int java) throws Exception {
    ChildJvm child = jvm(java).yaml(DEFAULT + CALLS);
    long calls;
    try (LiveJvm live = child.start("app.Main")) {
      calls = live.numbers("burst 10000 20000").get(0);
    }
    Run run = child.left();
    PointTotals quote = run.books("quote");

    assertThat(calls).isEqualTo(10_000);
    assertThat(quote.intercepted()).isEqualTo(calls);
    assertThat(ended(quote)).isEqualTo(calls);
    assertThat(quote.fate(Fate.DROPPED)).isZero();
    assertThat(quote.fate(Fate.MATCHED)).isBetween(1L, 2_000L);
    assertThat(quote.fate(Fate.MATCHED) + quote.fate(Fate.SHED)).isEqualTo(calls);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void rareCallPointsAndRareArgumentsAreTakenWhileHotOnesPay(int java) throws Exception {
    ChildJvm child = jvm(java).yaml(DEFAULT + CALLS);
    List<Long> before;
    List<Long> after;
    try (LiveJvm live = child.start("app.Main")) {
      settle(live);
      awaitReplays(live, 60, () -> live.tell("load 4 1000"));
      before = live.numbers("asked 10");
      live.tell("begin 4");
      awaitReplays(live, before.get(0) + 100, () -> {});
      after = live.numbers("asked 10");
      live.tell("end");
    }
    Run run = child.left();
    PointTotals quote = run.books("quote");
    PointTotals rare = run.books("rare");

    double ofHot = (double) quote.fate(Fate.MATCHED) / quote.intercepted();
    double ofRare = (double) rare.fate(Fate.MATCHED) / rare.intercepted();
    assertThat(ofRare).isGreaterThan(5 * ofHot);
    // One call in 2,000 has no customer.
    double ofAll = (double) (after.get(0) - before.get(0)) / 2_000;
    assertThat(after.get(1) - before.get(1)).isGreaterThan((long) (3 * ofAll));
  }

  /**
   * Calls now and then until the application has settled. Under a load that uses all processors
   * that takes a minute.
   */
  private static void settle(LiveJvm live) throws Exception {
    awaitReplays(live, 1, () -> live.tell("call 10 100"));
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void awaitReplays(LiveJvm live, long number, Step step) throws Exception {
    Condition.await(
        "replayed",
        () -> {
          step.run();
          return live.numbers("asked 10").get(0) >= number;
        });
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void pauseUnderLoadCallsNoCandidateUntilItIsResumed(int java) throws Exception {
    ChildJvm child = jvm(java).yaml(DEFAULT + CALLS);
    try (LiveJvm live = child.start("app.Main")) {
      settle(live);
      live.tell("begin 4");
      awaitReplays(live, 20, () -> {});
      command("pause", live.pid());
      long before = live.numbers("asked 1000").get(0);
      assertThat(live.numbers("asked 2000").get(0)).isEqualTo(before);
      command("resume", live.pid());
      Condition.await("resumed", () -> live.numbers("asked 10").get(0) > before);
      live.tell("end");
    }
    Run run = child.left();

    assertThat(ended(run.books("quote"))).isEqualTo(run.books("quote").intercepted());
    assertThat(String.join("\n", run.journal())).contains("shed: paused");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void fileStopsUnderLoadAndLetsGoOnWithinASecond(int java) throws Exception {
    ChildJvm child = jvm(java).yaml(DEFAULT + CALLS);
    Path stop = child.journalDirectory().resolve("STOP");
    try (LiveJvm live = child.start("app.Main")) {
      settle(live);
      live.tell("begin 4");
      awaitReplays(live, 20, () -> {});
      Files.createFile(stop);
      // A second, and as long again for a machine that is busy.
      long before = live.numbers("asked 2000").get(0);
      assertThat(live.numbers("asked 6000").get(0)).isEqualTo(before);
      Files.delete(stop);
      Condition.await("gone on", () -> live.numbers("asked 10").get(0) > before);
      live.tell("end");
    }
    Run run = child.left();

    assertThat(ended(run.books("quote"))).isEqualTo(run.books("quote").intercepted());
    assertThat(String.join("\n", run.journal()))
        .contains("shed: stopped")
        .containsPattern("\"paused\":\\{\"by the file STOP\":[0-9]+}");
  }

  @Test
  void longPauseIsDisarmedAndRecorded() throws Exception {
    ChildJvm child = jvm(17).yaml(CALLS);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 10 1");
      awaitReplays(live, 10, () -> {});
      command("pause", live.pid());
      Condition.await("disarmed", () -> command("status", live.pid()).contains("0 of 2 points"));
      live.tell("call 7 1");
      command("resume", live.pid());
      live.tell("call 3 1");
    }
    Run run = child.left();
    PointTotals quote = run.books("quote");

    assertThat(quote.intercepted()).isEqualTo(13);
    assertThat(quote.fate(Fate.MATCHED)).isEqualTo(13);
    assertThat(String.join("\n", run.journal()))
        .containsPattern("\"paused\":\\{\"by a person\":[0-9]+}");
  }

  @Test
  void fileStopsAllCallPointsUntilItIsRemoved() throws Exception {
    ChildJvm child = jvm(17).yaml(CALLS);
    Path stop = child.journalDirectory().resolve("STOP");
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 10 1");
      awaitReplays(live, 10, () -> {});
      Files.createFile(stop);
      Condition.await(
          "stopped", () -> command("status", live.pid()).contains("quote           stopped"));
      live.tell("call 5 1");
      Files.delete(stop);
      Condition.await(
          "armed again", () -> command("status", live.pid()).contains("quote           armed"));
      live.tell("call 3 1");
    }
    Run run = child.left();

    assertThat(run.books("quote").fate(Fate.MATCHED)).isEqualTo(13);
    // Fewer are counted if the point was disarmed by then.
    assertThat(run.books("quote").fate(Fate.SHED)).isBetween(0L, 5L);
    assertThat(run.books("quote").intercepted()).isEqualTo(13 + run.books("quote").fate(Fate.SHED));
    assertThat(run.log()).contains("has a file STOP", "the file STOP is gone");
  }

  @Test
  void jvmThatStartsWhileTheFileIsThereBeginsStopped() throws Exception {
    ChildJvm child = jvm(17).yaml(CALLS);
    Files.createDirectories(child.journalDirectory());
    Files.createFile(child.journalDirectory().resolve("STOP"));
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 5 1");
    }

    PointTotals quote = child.left().books("quote");
    assertThat(quote.intercepted()).isBetween(0L, 5L);
    assertThat(quote.fate(Fate.SHED)).isEqualTo(quote.intercepted());
  }

  @Test
  void agentWithoutTrafficSleeps() throws Exception {
    if (!Files.isDirectory(Paths.get("/proc/self/task"))) {
      return;
    }
    ChildJvm child = jvm(17).yaml(DEFAULT + CALLS);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call 10 1");
      // The calls wait until the application has settled; five seconds after that the agent sleeps.
      live.tell("wakeups 16000");
      long woken = live.numbers("wakeups 10000").get(0);

      assertThat(woken).isLessThanOrEqualTo(MOST_WAKE_UPS);
      command("pause", live.pid());
      live.tell("wakeups 13000");
      assertThat(live.numbers("wakeups 10000").get(0)).isLessThanOrEqualTo(MOST_WAKE_UPS);
      command("resume", live.pid());
      live.tell("call 1 1");
    }

    PointTotals quote = child.left().books("quote");
    assertThat(quote.intercepted()).isEqualTo(11);
    assertThat(ended(quote)).isEqualTo(11);
    assertThat(quote.fate(Fate.MATCHED)).isGreaterThanOrEqualTo(4);
  }

  private String command(String verb, String pid) throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Run run = ChildJvm.of(17, elsewhere).run("-jar", ChildJvm.agentJar().toString(), verb, pid);
    assertThat(run.exit()).as(run.toString()).isZero();
    return run.out();
  }
}
