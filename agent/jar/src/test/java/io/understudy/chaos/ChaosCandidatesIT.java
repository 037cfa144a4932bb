package io.understudy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Candidates that spin, eat, throw, block and end. */
final class ChaosCandidatesIT {
  private static final String HANGS = "A candidate that never returns is given up.";
  private static final String THROWS = "What a candidate throws is its outcome.";
  private static final String EATS = "A candidate that takes too much memory is stopped.";
  private static final String SHARED = "The inputs and outputs of the legacy are its own.";
  private static final String ENDS = "The JVM ends when and as it would without the agent.";
  private static final String SHORT = "replay: { timeout: 100ms, drain: 1s, stuck: 3 }";
  private static final String[] WORK = {"Disks$Long", "4", "250"};

  @TempDir Path directory;

  static ChaosCase[] all() {
    return new ChaosCase[] {
      ChaosCase.of("a candidate spins")
          .promises(HANGS, "`timed-out`, then `shed`; the thread is abandoned, and listed")
          .quote("Next#spin")
          .settings(SHORT)
          .action(WORK)
          .expect(run -> assertThat(run.fate("quote", Fate.MATCHED)).isZero())
          .names("timed-out")
          .quick(),
      ChaosCase.of("the candidates of two call points spin")
          .promises(HANGS, "`timed-out`, then `shed`")
          .java(8, 17, 25)
          .quote("Next#spin")
          .lines("Next#spinLines")
          .settings(SHORT)
          .action(WORK)
          .names("timed-out"),
      ChaosCase.of("a candidate spins at one of 16 calls")
          .promises(HANGS, "other call points go on")
          .java(8, 17, 25)
          .quote("Next#spinsSometimes")
          .settings(SHORT)
          .action(WORK)
          .expect(run -> assertThat(run.fate("lines", Fate.MATCHED)).isPositive())
          .names("timed-out"),
      ChaosCase.of("the answer of a candidate has 2^31-1 elements")
          .promises(HANGS, "no match; each call has its fate")
          .lines("Next#endlessList")
          .settings(SHORT)
          .action(WORK)
          .expect(run -> assertThat(run.fate("lines", Fate.MATCHED)).isZero()),
      ChaosCase.of("the iterator of an answer never ends")
          .promises(HANGS, "no match; each call has its fate")
          .java(8, 17, 25)
          .lines("Next#endlessIterator")
          .settings(SHORT)
          .action(WORK)
          .expect(run -> assertThat(run.fate("lines", Fate.MATCHED)).isZero()),
      ChaosCase.of("reading the answer of a candidate never ends")
          .promises(HANGS, "no match; each call has its fate")
          .java(8, 17, 25)
          .lines("Next#blockingAnswer")
          .settings(SHORT)
          .action(WORK)
          .expect(run -> assertThat(run.fate("lines", Fate.MATCHED)).isZero()),
      ChaosCase.of("a candidate throws each kind of Throwable")
          .promises(THROWS, "`mismatched`; `unanswered` for a `LinkageError`")
          .quote("Next#throwsAll")
          .action(WORK)
          .expect(run -> assertThat(run.fate("quote", Fate.MATCHED)).isZero())
          .quick(),
      ChaosCase.of("the methods of an answer throw ThreadDeath")
          .promises(THROWS, "no match")
          .java(8, 17, 25)
          .quote("Next#strange")
          .expect(run -> assertThat(run.fate("quote", Fate.MATCHED)).isZero()),
      ChaosCase.of("the class of a candidate cannot be initialised")
          .promises(THROWS, "`unanswered` or `mismatched`, with the class")
          .java(8, 17, 25)
          .quote("BadStart#quote")
          .names("BadStart"),
      ChaosCase.of("a candidate recurses until its stack is full")
          .promises(THROWS, "`mismatched`: StackOverflowError")
          .java(8, 17, 25)
          .quote("Next#stack")
          .settings("replay: { timeout: 2s, drain: 5s }")
          .expect(run -> assertThat(run.fate("quote", Fate.MATCHED)).isZero()),
      ChaosCase.of("a candidate calls System.exit and Runtime.halt, and adds hooks")
          .promises(ENDS, "the JVM lives on; no match")
          .quote("Next#exits")
          .action(WORK)
          .expect(run -> assertThat(run.fate("quote", Fate.MATCHED)).isZero())
          .names("refused: Runtime.exit"),
      ChaosCase.of("a candidate changes its thread, and its uncaught-exception handler exits")
          .promises(ENDS, "the thread is restored")
          .java(8, 17, 25)
          .quote("Next#ownState")
          .expect(run -> assertThat(run.fate("lines", Fate.MATCHED)).isPositive()),
      ChaosCase.of("candidates fill the heap, under -XX:+ExitOnOutOfMemoryError")
          .promises(EATS, "the JVM lives on; the reason names the memory")
          .java(8, 11, 17, 21, 25)
          .option("-Xmx256m", "-XX:+ExitOnOutOfMemoryError")
          .quote("Next#eatsMuch")
          .action(WORK)
          .quick(),
      ChaosCase.of("candidates fill the heap")
          .promises(EATS, "no match; the legacy goes on")
          .java(8, 17, 25)
          .option("-Xmx256m")
          .quote("Next#eatsAll")
          .action(WORK)
          .anyErr()
          .expect(run -> assertThat(run.fate("quote", Fate.MATCHED)).isZero()),
      ChaosCase.of("a candidate starts threads by the thousand that never end")
          .promises(ENDS, "the JVM exits")
          .java(8, 17, 25)
          .quote("Next#threads")
          .action(WORK),
      ChaosCase.of("a candidate answers with texts of 50 MB")
          .promises(EATS, "no match; the legacy goes on")
          .java(8, 17, 25)
          .lines("Next#large")
          .action("Work", "2", "10")
          .anyErr()
          .expect(run -> assertThat(run.fate("lines", Fate.MATCHED)).isZero()),
      ChaosCase.of("candidates block each other for ever")
          .promises(HANGS, "`timed-out`, then `shed`; other call points go on")
          .java(8, 17, 25)
          .quote("Next#deadlock")
          .settings(SHORT)
          .action(WORK)
          .names("timed-out"),
      ChaosCase.of("a candidate waits for a lock that the legacy holds until its end")
          .promises(HANGS, "`timed-out`; the JVM exits")
          .java(8, 17, 25)
          .quote("Next#waitsForTheLegacy")
          .settings(SHORT)
          .action("Endings$HeldLock"),
      ChaosCase.of("a candidate changes its arguments")
          .promises(SHARED, "the legacy's arguments stay as they are")
          .java(8, 17, 25)
          .lines("Next#mutates"),
      ChaosCase.of("the initialisers of candidate and application need each other")
          .promises(HANGS, "both are initialised")
          .java(8, 17, 25)
          .quote("Cycle#quote")
          .action("Cycle$Start")
    };
  }

  static Stream<Arguments> runs() {
    return ChaosCase.runs(all());
  }

  @ParameterizedTest(name = "Java {0}: {1}", allowZeroInvocations = true)
  @MethodSource("runs")
  void sameApplicationAndBalancedBooks(int java, ChaosCase chaos) throws Exception {
    Chaos.run(java, chaos, directory);
  }
}
