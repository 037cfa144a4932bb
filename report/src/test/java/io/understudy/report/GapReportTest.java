package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
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

  @Test
  void tableOfDaysShowsGapsBreachesAndUnsealedFiles() throws IOException {
    Path html = directory.resolve("report.html");
    long minute = START.getEpochSecond() / 60;
    JournalWriter writer =
        JournalWriter.builder(
                directory, SessionEntry.builder("billing", START).session("s").build())
            .clock(Clock.fixed(START, ZoneOffset.UTC))
            .open();
    for (int at : new int[] {0, 74, 3 * 1_440}) {
      writer.tally(
          TallyEntry.builder("quote", minute + at).intercepted(9).fate(Fate.MATCHED, 9).build());
      writer.heartbeat(new HeartbeatEntry(minute + at, at + 1, 1, 1, 0));
    }
    writer.flush();
    JournalWriter other =
        JournalWriter.builder(
                directory, SessionEntry.builder("billing", START).session("t").build())
            .clock(Clock.fixed(START, ZoneOffset.UTC))
            .open();
    other.heartbeat(new HeartbeatEntry(minute, 1, 1, 1, 0));
    other.flush();
    Path breached = directory.resolve("billing-_-t-20261120-1.jsonl");
    Files.writeString(breached, Files.readString(breached).replace("\"armed\":1", "\"armed\":0"));
    Path live = directory.resolve("billing-_-s-20261120-1.jsonl");
    Files.writeString(live, Files.readString(live) + "{\"entry\":\"beat\"}\n");

    line.run("report", directory.toString(), "--zone", "UTC", "--out", html.toString());
    assertThat(Files.readString(html))
        .contains(
            "Evidence is breached: 1 session does not count. Every compared call agreed. For 4,320"
                + " minutes there is no evidence that counting went on.",
            "open><summary>The figures by day; for 3 rows the evidence is not complete",
            "2026-11-20</th>",
            "840 minutes without evidence of counting; 1 session that began here is breached and"
                + " not counted",
            "2026-11-21 to 2026-11-22</th>",
            "no evidence that counting went on</strong>",
            "600 minutes without evidence of counting; lines without a seal in 1 file, not"
                + " counted");
  }

  @Test
  void daysWithFullEvidenceHaveNoMark() throws IOException {
    Path html = directory.resolve("report.html");
    SampleJournals.write(directory, 1, 10);
    line.run("report", directory.toString(), "--zone", "UTC", "--out", html.toString());
    assertThat(Files.readString(html))
        .contains("<details class=\"fold\"><summary>The figures by day</summary>")
        .doesNotContain("without evidence of counting");
  }
}
