package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silence must not look like no traffic. */
class GapReportTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir Path directory;
  private final CommandLineRun line = new CommandLineRun();

  @Test
  void timeWithoutABeatIsInTheHeadline() throws IOException {
    JournalWriter writer =
        JournalWriter.builder(
                directory, SessionEntry.builder("billing", START).session("s").build())
            .clock(Clock.fixed(START, ZoneOffset.UTC))
            .open();
    long minute = START.getEpochSecond() / 60;
    writer.tally(
        TallyEntry.builder("quote", minute).intercepted(10).fate(Fate.MATCHED, 10).build());
    for (int at : new int[] {0, 1, 3, 77, 78}) {
      writer.heartbeat(new HeartbeatEntry(minute + at, at + 1, 1, 1, 0));
    }
    writer.flush();

    assertThat(line.run("report", directory.toString(), "--zone", "UTC")).isZero();
    assertThat(line.out())
        .startsWith(
            "Every compared call agreed. For 74 minutes there is no evidence that counting went"
                + " on.\n")
        .contains("Gaps: No evidence that counting went on from 20 Nov 10:03 to 11:17 in session s")
        .containsPattern("\\.jsonl:7: a gap: ");
    assertThat(line.run("verify", directory.toString())).isZero();
    assertThat(line.out()).containsPattern("note: .*\\.jsonl:7: a gap: ");
  }
}
