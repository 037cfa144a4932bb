package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.Samples;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times without a beat, and beats that show that not everything was counted. */
final class BeatGapTest {
  private static final String UNLESS = ", unless the clock was changed";

  @TempDir Path directory;
  private final Samples.ManualClock clock = new Samples.ManualClock();
  private JournalWriter writer;

  @BeforeEach
  void open() throws IOException {
    writer = JournalWriter.builder(directory, Samples.beatingSession()).clock(clock).open();
  }

  @Test
  void beatEachMinuteHasNoGap() throws IOException {
    for (int minute = 0; minute < 5; minute++) {
      beat(minute, minute + 1, 2, 2, 0);
    }
    close(6);
    assertThat(gaps()).isEmpty();
  }

  @Test
  void timeBetweenBeatsIsNamedWithItsLine() throws IOException {
    beat(0, 1, 2, 2, 0);
    beat(2, 2, 2, 2, 0);
    beat(77, 3, 2, 2, 0);
    close(78);
    assertThat(gaps())
        .containsExactly(
            "7: a gap: no evidence that counting went on from 2026-11-20T12:02:00Z to"
                + " 2026-11-20T13:17:00Z"
                + UNLESS);
    JournalProblem gap = read().problems().get(0);
    assertThat(gap.kind().isDamage()).isFalse();
    assertThat(gap.to() - gap.from()).isEqualTo(75);
    assertThat(gap.session()).isEqualTo("00c0ffee00c0ffee");
  }

  @Test
  void timeBeforeTheFirstAndAfterTheLastBeatIsNamed() throws IOException {
    beat(10, 1, 2, 2, 0);
    close(20);
    assertThat(gaps())
        .containsExactly(
            "0: a gap: no evidence that counting went on from 2026-11-20T12:00:00Z to"
                + " 2026-11-20T12:10:00Z"
                + UNLESS,
            "0: a gap: no evidence that counting went on from 2026-11-20T12:10:00Z to"
                + " 2026-11-20T12:20:00Z"
                + UNLESS);
  }

  @Test
  void gapBetweenTwoFilesIsNamed() throws IOException {
    beat(0, 1, 2, 2, 0);
    clock.now = clock.now.plus(Duration.ofDays(1));
    beat(1_440, 2, 2, 2, 0);
    close(1_441);
    assertThat(gaps()).hasSize(1).first().asString().contains("2026-11-21T12:00:00Z");
  }

  @Test
  void clockThatWentBackIsNamed() throws IOException {
    beat(0, 1, 2, 2, 0);
    beat(1, 2, 2, 2, 0);
    beat(-9, 3, 2, 2, 0);
    close(-8);
    assertThat(gaps())
        .contains(
            "7: a gap: the clock went back from 2026-11-20T12:01:00Z to 2026-11-20T11:51:00Z");
  }

  @Test
  void flushesThatDoNotGrowAreNamed() throws IOException {
    beat(0, 5, 2, 2, 0);
    beat(1, 5, 2, 2, 0);
    close(2);
    assertThat(gaps())
        .containsExactly(
            "5: the number of flushes did not grow from 5 to 5: nothing was written between these"
                + " beats");
  }

  @Test
  void pointsThatTakeNoCallsAreNamedOnceAndPausedOnesAreNot() throws IOException {
    beat(0, 1, 3, 2, 1);
    beat(1, 2, 3, 1, 1);
    beat(2, 3, 3, 1, 1);
    close(3);
    assertThat(gaps())
        .containsExactly(
            "5: only 1 of 3 call points took calls, though 1 were paused: calls of the others were"
                + " not counted");
  }

  @Test
  void failuresOfThreadsAreNotedOnceAndMustNotBecomeFewer() throws IOException {
    long noon = Samples.NOON_MINUTE;
    writer.heartbeat(new HeartbeatEntry(noon, 1, 2, 2, 0).withThreads(3, 1));
    writer.flush();
    writer.heartbeat(new HeartbeatEntry(noon + 1, 2, 2, 2, 0).withThreads(4, 2));
    writer.flush();
    writer.heartbeat(new HeartbeatEntry(noon + 2, 3, 2, 2, 0).withThreads(4, 1));
    writer.flush();
    close(2);
    assertThat(read().problems())
        .extracting(JournalProblem::what)
        .containsExactly(
            "the failures or restarts of the agent's threads became fewer between two beats",
            "the agent's threads failed 4 times and were restarted 1 time in this session, and went"
                + " on");
  }

  @Test
  void callsWrittenAfterAFullDiskCountAndAreNamed() throws IOException {
    beat(0, 1, 2, 2, 0);
    tally(3, 5);
    tally(58, 2);
    beat(60, 2, 2, 2, 0);
    tally(60, 1);
    close(61);
    assertThat(gaps())
        .containsExactly(
            "9: a gap: no evidence that counting went on from 2026-11-20T12:00:00Z to"
                + " 2026-11-20T13:00:00Z"
                + UNLESS
                + "; 7 intercepted calls of this time count");
    assertThat(read().intercepted()).isEqualTo(8);
  }

  @Test
  void callsOfATimeWithoutABeatBeforeTheFirstAndAfterTheLastBeatAreNamed() throws IOException {
    tally(5, 1);
    beat(10, 1, 2, 2, 0);
    tally(15, 2);
    close(20);
    assertThat(gaps()).hasSize(2);
    assertThat(gaps().get(0)).endsWith("; 1 intercepted call of this time count");
    assertThat(gaps().get(1)).endsWith("; 2 intercepted calls of this time count");
  }

  @Test
  void callsThatAreAddedToAKnownGapAreNamedAtTheirLine() throws IOException {
    beat(0, 1, 2, 2, 0);
    beat(60, 2, 2, 2, 0);
    tally(30, 9);
    close(61);
    assertThat(gaps())
        .hasSize(2)
        .contains(
            "7: 9 calls of 2026-11-20T12:30:00Z, a time without a beat, written after the next"
                + " beat");
  }

  @Test
  void callsAfterTheCloseAreABreach() throws IOException {
    beat(0, 1, 2, 2, 0);
    tally(5, 9);
    close(2);
    assertThat(damage())
        .containsExactly(
            "5: the tally counts calls of 2026-11-20T12:05:00Z, when the session did not count:"
                + " after its last sign of life at 2026-11-20T12:02:00Z");
  }

  @Test
  void callsBeforeTheStartAreABreach() throws IOException {
    beat(0, 1, 2, 2, 0);
    tally(-3, 9);
    close(2);
    assertThat(damage())
        .containsExactly(
            "5: the tally counts calls of 2026-11-20T11:57:00Z, when the session did not count:"
                + " before its first sign of life at 2026-11-20T12:00:00Z");
  }

  @Test
  void callsOfAKilledJvmMayBeLateButNotOfAnotherDay() throws IOException {
    beat(0, 1, 2, 2, 0);
    tally(15, 9);
    writer.force();
    assertThat(damage()).isEmpty();
    tally(16, 9);
    writer.force();
    assertThat(damage()).hasSize(1).first().asString().startsWith("7: ");
  }

  @Test
  void clockThatWasAheadOrBehindForAWhileIsNoBreach() throws IOException {
    beat(0, 1, 2, 2, 0);
    tally(600, 1);
    beat(600, 2, 2, 2, 0);
    tally(600, 1);
    tally(-500, 1);
    beat(-500, 3, 2, 2, 0);
    tally(5, 1);
    beat(5, 4, 2, 2, 0);
    tally(4, 1);
    close(6);
    assertThat(damage()).isEmpty();
  }

  @Test
  void callsOfAnEarlierRevisionNeedNoBeat() throws IOException {
    writer.close("unused");
    Path other = directory.resolve("other");
    writer =
        JournalWriter.builder(other, Samples.session()).clock(new Samples.ManualClock()).open();
    tally(700, 1);
    writer.force();
    assertThat(JournalReader.over(other).contents().problems())
        .noneMatch(problem -> problem.kind().isDamage());
  }

  private void tally(int minute, long calls) throws IOException {
    writer.tally(
        TallyEntry.builder("quote", Samples.NOON_MINUTE + minute)
            .intercepted(calls)
            .fate(Fate.MATCHED, calls == 0 ? 1 : calls)
            .build());
    writer.flush();
  }

  private List<String> damage() throws IOException {
    return read().problems().stream()
        .filter(problem -> problem.kind().isDamage())
        .filter(problem -> problem.kind() != JournalProblem.Kind.BOOKS)
        .map(problem -> problem.line() + ": " + problem.what())
        .collect(Collectors.toList());
  }

  private void beat(int minute, long flushes, long points, long armed, long paused)
      throws IOException {
    writer.heartbeat(
        new HeartbeatEntry(Samples.NOON_MINUTE + minute, flushes, points, armed, paused));
    writer.flush();
  }

  private void close(int minute) throws IOException {
    clock.now = Samples.NOON.plus(Duration.ofMinutes(minute));
    writer.close("test");
  }

  private JournalContents read() throws IOException {
    return JournalReader.over(directory).contents();
  }

  private List<String> gaps() throws IOException {
    assertThat(read().problems()).noneMatch(problem -> problem.kind().isDamage());
    return read().problems().stream()
        .map(problem -> problem.line() + ": " + problem.what())
        .collect(Collectors.toList());
  }
}
