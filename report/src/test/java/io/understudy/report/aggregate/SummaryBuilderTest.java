package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.file.JournalReader;
import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.SignatureSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryBuilderTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @TempDir Path directory;

  @Test
  void applicationsAreNamedWhereThereAreSeveral() {
    JournalText.of("a")
        .ofApplication("billing")
        .tally("quote", "2026-11-01T09:00:00Z", 2, "`matched`:2")
        .to(directory, "a.jsonl");
    JournalText.of("b")
        .ofApplication("accounts")
        .tally("quote", "2026-11-01T09:00:00Z", 3, "`matched`:3")
        .to(directory, "b.jsonl");
    ParitySummary summary = Summaries.of(directory);
    assertThat(summary.applications()).containsExactly("accounts", "billing");
    assertThat(summary.points())
        .extracting(p -> summary.nameOf(p.key()) + " " + p.score().books().verdicts())
        .containsExactly("accounts / quote 3", "billing / quote 2");
    assertThat(summary.overall().books().verdicts()).isEqualTo(5);
  }

  @Test
  void nameOfAPointOfTheOnlyApplication() {
    JournalText.of("a")
        .tally("q", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    assertThat(Summaries.of(directory).nameOf(new PointKey("billing", "q"))).isEqualTo("q");
  }

  @Test
  void rulesAndAcceptancesOfAnotherApplicationDoNotCount() {
    for (String application : new String[] {"billing", "accounts"}) {
      JournalText.countingHits(application)
          .ofApplication(application)
          .pointWith(
              "quote",
              "`rules`:[`ignore /"
                  + application
                  + "`],`accepts`:[{`id`:`"
                  + application
                  + "`,`where`:`/tax`,`reason`:`r`,`owner`:`o`,`until`:`2027-01-01`}]")
          .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1", "`leaves`:4")
          .to(directory, application + ".jsonl");
    }
    for (PointSummary point : Summaries.of(directory).points()) {
      String application = point.key().application();
      assertThat(point.rules())
          .extracting(r -> r.rule() + " " + r.comparisons())
          .containsExactly("ignore /" + application + " 1");
      assertThat(point.acceptances())
          .extracting(a -> a.id() + " " + a.compared())
          .containsExactly(application + " 1");
    }
  }

  @Test
  void methodsAreThoseOfTheLatestSession() {
    JournalText.of("a")
        .startedAt("2026-11-02T08:00:00Z")
        .line(
            "{`entry`:`point`,`point`:`quote`,`control`:{`method`:`a.Old#later`},"
                + "`candidate`:{`method`:`a.New#later`},`sample`:1.0,`timeoutMillis`:1,`rules`:[]}")
        .tally("quote", "2026-11-02T09:00:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    JournalText.of("b")
        .point("quote", "new.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .to(directory, "b.jsonl");
    JournalText.of("c")
        .startedAt("2026-11-03T08:00:00Z")
        .tally("quote", "2026-11-03T09:00:00Z", 1, "`matched`:1")
        .to(directory, "c.jsonl");
    PointSummary quote = Summaries.of(directory).points().get(0);
    assertThat(quote.control()).isEqualTo("a.Old#later");
    assertThat(quote.candidate()).isEqualTo("a.New#later");
  }

  @Test
  void endOfASession() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:05:00Z", 1, "`matched`:1")
        .tally("quote", "2026-11-01T09:03:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    JournalText.of("b").point("quote", "new.jar").to(directory, "b.jsonl");
    JournalText.of("c")
        .tally("quote", "2026-11-01T09:05:00Z", 1, "`matched`:1")
        .close("`quote`:{`intercepted`:1,`fates`:{`matched`:1}}")
        .to(directory, "c.jsonl");
    assertThat(Summaries.of(directory).sessions())
        .extracting(s -> s.entry().session() + " " + s.end() + " " + s.closed().orElse("open"))
        .containsExactly(
            "a 2026-11-01T09:05:00Z open", // its last minute
            "b 2026-11-01T08:00:00Z open", // its start
            "c 2026-11-02T08:00:00Z JVM shutdown");
  }

  @Test
  void sessionsAreOrderedByStartThenById() {
    JournalText.of("b").startedAt("2026-11-01T07:00:00Z").to(directory, "1.jsonl");
    JournalText.of("c").startedAt("2026-11-01T06:00:00Z").to(directory, "2.jsonl");
    JournalText.of("a").startedAt("2026-11-01T07:00:00Z").to(directory, "3.jsonl");
    assertThat(Summaries.of(directory).sessions())
        .extracting(s -> s.entry().session())
        .containsExactly("c", "a", "b");
  }

  /** A limited period leaves out sessions and call points without calls in it. */
  @Test
  void sessionsAndPointsOutsideThePeriod() {
    JournalText.of("a")
        .point("quote", "new.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    JournalText.of("b")
        .point("tax", "new.jar")
        .point("refund", "new.jar")
        .tally("tax", "2026-11-02T09:00:00Z", 1, "`matched`:1")
        .to(directory, "b.jsonl");
    ParitySummary second =
        Summaries.of(directory, new ReportPeriod(ZoneOffset.UTC, FIRST.plusDays(1), null));
    assertThat(second.sessions()).extracting(s -> s.entry().session()).containsExactly("b");
    assertThat(second.points()).extracting(p -> p.key().name()).containsExactly("refund", "tax");
    ParitySummary all = Summaries.of(directory);
    assertThat(all.sessions()).hasSize(2);
    assertThat(all.points())
        .extracting(p -> p.key().name())
        .containsExactly("quote", "refund", "tax");
  }

  @Test
  void signaturesOfAllPointsRankedByCallsThenByPointAndText() {
    JournalText.of("a")
        .tally(
            "b",
            "2026-11-01T09:00:00Z",
            9,
            "`mismatched`:9",
            "`signatures`:{`/x · VALUE`:5,`/y · VALUE`:9}")
        .tally(
            "a",
            "2026-11-01T09:00:00Z",
            5,
            "`mismatched`:5",
            "`signatures`:{`/z · VALUE`:5,`/x · VALUE`:5}")
        .to(directory, "a.jsonl");
    assertThat(Summaries.of(directory).signatures())
        .extracting(s -> s.point().name() + s.signature() + s.count())
        .containsExactly("b/y · VALUE9", "a/x · VALUE5", "a/z · VALUE5", "b/x · VALUE5");
  }

  @Test
  void daysOfSignatures() {
    JournalText.of("a")
        .tally("q", "2026-11-01T09:00:00Z", 2, "`mismatched`:2", "`signatures`:{`/x · VALUE`:2}")
        .tally("q", "2026-11-01T10:00:00Z", 3, "`mismatched`:3", "`signatures`:{`/x · VALUE`:3}")
        .tally("q", "2026-11-03T10:00:00Z", 4, "`mismatched`:4", "`signatures`:{`/x · VALUE`:4}")
        .to(directory, "a.jsonl");
    SignatureSummary signature = Summaries.of(directory).signatures().get(0);
    assertThat(signature.days()).hasToString("{2026-11-01=5, 2026-11-03=4}");
    assertThat(signature.count()).isEqualTo(9);
  }

  @Test
  void everyMissingFileBetweenOthersIsABreachAndTheFirstFilesAreNot() {
    for (int file : new int[] {3, 5, 8}) {
      JournalText.of("a", file, "c0")
          .tally("q", "2026-11-01T09:00:00Z", 1, "`matched`:1")
          .to(directory, file + ".jsonl");
    }
    ParitySummary summary = Summaries.of(directory);
    assertThat(summary.breaches()).isEqualTo(2);
    assertThat(summary.losses()).isEqualTo(1);
    assertThat(summary.problems())
        .filteredOn(p -> p.what().contains("missing"))
        .extracting(p -> p.what())
        .contains(
            "files 1 to 2 of its session are missing",
            "file 4 of its session is missing",
            "files 6 to 7 of its session are missing");
    assertThat(summary.overall().books().intercepted()).isZero();
  }

  @Test
  void summaryOfOneAggregateIsTheSameEveryTime() throws IOException {
    for (int file : new int[] {1, 3}) {
      JournalText.of("a", file, "c0")
          .tally("q", "2026-11-01T09:00:00Z", 1, "`matched`:1")
          .to(directory, file + ".jsonl");
    }
    Aggregate aggregate =
        new JournalAggregator(ReportPeriod.all(ZoneOffset.UTC), 1)
            .read(JournalReader.over(directory).select());
    assertThat(aggregate.summary()).isEqualTo(aggregate.summary());
    assertThat(aggregate.summary().breaches()).isEqualTo(1);
  }

  @Test
  void dayOfAnExampleAndOfItsTally() {
    JournalText.of("a")
        .tally("q", "2026-11-01T23:59:00Z", 2, "`mismatched`:2", "`signatures`:{`/x · VALUE`:2}")
        .line(example("2026-11-01T23:59:59Z"))
        .line(example("2026-11-02T00:00:00Z"))
        .to(directory, "a.jsonl");
    ParitySummary first = Summaries.of(directory, new ReportPeriod(ZoneOffset.UTC, null, FIRST));
    assertThat(first.signatures().get(0).examples())
        .extracting(
            e -> Instant.ofEpochMilli(e.entry().atMillis()) + " " + e.host() + " " + e.session())
        .containsExactly("2026-11-01T23:59:59Z host-a a");
  }

  private static String example(String at) {
    return "{`entry`:`example`,`point`:`q`,`fate`:`mismatched`,`at`:`"
        + at
        + "`,`differenceCount`:1,`differences`:[{`path`:`/x`,`kind`:`VALUE`,"
        + "`signature`:`/x · VALUE`,`control`:1,`candidate`:2}],`arguments`:[]}";
  }
}
