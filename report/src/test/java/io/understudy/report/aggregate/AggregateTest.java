package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.FileSelection;
import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.report.JournalText;
import io.understudy.report.summary.FileIntegrity;
import io.understudy.report.summary.HourCoverage;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.SessionSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateTest {
  private static final ReportPeriod PERIOD = ReportPeriod.all(ZoneOffset.UTC);

  @TempDir Path directory;

  @Test
  void entryBeforeItsSessionIsAnError() {
    TallyEntry tally = TallyEntry.builder("quote", 1).intercepted(1).build();
    assertThatThrownBy(() -> new Aggregate(PERIOD).tally(tally))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before the session entry");
  }

  @Test
  void emptyAggregate() {
    ParitySummary summary = new Aggregate(PERIOD).summary();
    assertThat(summary.overall().parity()).isEmpty();
    assertThat(summary.points()).isEmpty();
    assertThat(summary.applications()).isEmpty();
    assertThat(summary.first()).isEmpty();
    assertThat(summary.last()).isEmpty();
  }

  @Test
  void hoursOfTheDayShowWhatWasCompared() throws IOException {
    JournalText.of("a", 1, "c0")
        .point("quote", "new-1.jar")
        .tally("quote", "2026-11-01T09:05:00Z", 10, "`matched`:4,`shed`:6")
        .tally("quote", "2026-11-02T09:59:00Z", 10, "`matched`:10")
        .tally("quote", "2026-11-02T14:00:00Z", 1, "`matched`:1", "`paused`:{`by a person`:7000}")
        .to(directory, "1.jsonl");
    ParitySummary summary = merged(new ArrayList<>(JournalReader.over(directory).files()));

    assertThat(summary.points().get(0).hours())
        .containsExactly(new HourCoverage(9, 20, 14, 6, 0), new HourCoverage(14, 1, 1, 0, 7_000));
    assertThat(summary.points().get(0).pausedMillis()).isEqualTo(7_000);
    assertThat(summary.points().get(0).isIncomplete()).isTrue();
  }

  /** The files of one session are read by different threads, in any order. */
  @Test
  void filesOfOneSessionInAnyOrder() throws IOException {
    JournalText.of("a", 1, "c0")
        .point("quote", "new-1.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3")
        .to(directory, "1.jsonl");
    JournalText.of("a", 2, "c0")
        .line(
            "{`entry`:`point`,`point`:`quote`,`control`:{`method`:`a#b`},"
                + "`candidate`:{`method`:`c#d`},`sample`:1.0,`timeoutMillis`:1,`rules`:[]}")
        .tally("quote", "2026-11-02T09:00:00Z", 4, "`matched`:4")
        .to(directory, "2.jsonl");
    JournalText.of("a", 3, "c0")
        .tally("quote", "2026-11-03T09:00:00Z", 5, "`matched`:5")
        .close("`quote`:{`intercepted`:12,`fates`:{`matched`:12}}")
        .to(directory, "3.jsonl");
    List<JournalFile> files = new ArrayList<>(JournalReader.over(directory).files());
    ParitySummary expected = merged(files);
    assertThat(expected.overall().books().verdicts()).isEqualTo(12);
    assertThat(expected.points().get(0).builds())
        .extracting(b -> b.build().candidate() + " " + b.first() + " " + b.last())
        .containsExactly("new-1.jar@bb 2026-11-01 2026-11-03");
    SessionSummary session = expected.sessions().get(0);
    assertThat(session.closed()).contains("JVM shutdown");
    for (int i = 0; i < 6; i++) {
      Collections.rotate(files, 1);
      if (i == 3) {
        Collections.reverse(files);
      }
      assertThat(merged(files)).isEqualTo(expected);
    }
  }

  @Test
  void stateOfASealedAndOfALiveFile() throws IOException {
    Path file =
        JournalText.of("a", 4, "c0")
            .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3")
            .to(directory, "a.jsonl");
    String seal = integrity().seal();
    assertThat(integrity())
        .isEqualTo(new FileIntegrity(file.toString(), "a", 4, 3, seal, true, true));
    Files.writeString(file, Files.readString(file) + "{\"entry\":\"tally\",\"poi\n");
    assertThat(integrity())
        .isEqualTo(new FileIntegrity(file.toString(), "a", 4, 3, seal, false, true));
    Files.writeString(file, Files.readString(file).replace(":3}", ":4}"));
    assertThat(integrity())
        .isEqualTo(new FileIntegrity(file.toString(), "a", 4, 0, "", false, false));
  }

  @Test
  void stateOfAFileThatIsNoJournal() throws IOException {
    Path file =
        Files.writeString(directory.resolve("a.jsonl"), "{\"entry\":\"session\",\"format\":9}\n");
    assertThat(integrity())
        .isEqualTo(new FileIntegrity(file.toString(), "", 0, 0, "", false, false));
  }

  @Test
  void moreThreadsThanFilesAndNoFileAtAll() throws IOException {
    FileSelection nothing = JournalReader.over(directory).select();
    assertThat(new JournalAggregator(PERIOD, 4).read(nothing).summary().files()).isEmpty();
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3")
        .to(directory, "a.jsonl");
    Aggregate aggregate =
        new JournalAggregator(PERIOD, 8).read(JournalReader.over(directory).select());
    assertThat(aggregate.summary().overall().books().verdicts()).isEqualTo(3);
    assertThat(JournalAggregator.defaultThreads()).isBetween(1, 8);
  }

  private FileIntegrity integrity() throws IOException {
    return new JournalAggregator(PERIOD, 1)
        .read(JournalReader.over(directory).select())
        .summary()
        .files()
        .get(0);
  }

  private static ParitySummary merged(List<JournalFile> files) {
    Aggregate whole = new Aggregate(PERIOD);
    for (JournalFile file : files) {
      Aggregate part = new Aggregate(PERIOD);
      file.read(part);
      whole.merge(part);
    }
    return whole.summary();
  }
}
