package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.Parity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.PointLatencies;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.SignatureSummary;
import io.understudy.report.summary.VoidedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAggregatorTest {
  @TempDir Path directory;

  @Test
  void twoHostsTwoDaysOneCallPoint() {
    JournalText.of("a")
        .point("quote", "new-1.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 100, "`matched`:90,`mismatched`:4,`dropped`:6")
        .tally("quote", "2026-11-02T09:00:00Z", 10, "`matched`:9,`timed-out`:1")
        .close(
            "`quote`:{`intercepted`:110,`fates`:{`matched`:99,`mismatched`:4,`dropped`:6,`timed-out`:1}}")
        .to(directory, "a.jsonl");
    JournalText.of("b")
        .point("quote", "new-1.jar")
        .tally("quote", "2026-11-01T23:59:00Z", 50, "`matched`:40,`accepted`:5")
        .to(directory, "b.jsonl");
    ParitySummary summary = read();
    PointSummary quote = summary.points().get(0);
    assertThat(quote.key()).isEqualTo(new PointKey("billing", "quote"));
    assertThat(quote.control()).isEqualTo("a.Old#quote");
    assertThat(quote.score().books())
        .hasToString(
            "160 intercepted, 6 dropped, 1 timed-out, 139 matched, 5 accepted, 4 mismatched,"
                + " 5 in flight");
    assertThat(quote.score().parity()).contains(new Parity(144, 139, 149));
    assertThat(quote.days())
        .extracting(DayScore::day)
        .containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
    assertThat(quote.days().get(0).score().parity()).contains(new Parity(135, 130, 139));
    assertThat(quote.days().get(1).score().parity()).contains(new Parity(9, 9, 10));
    assertThat(summary.overall()).isEqualTo(quote.score());
    assertThat(summary.sessions())
        .extracting(
            s -> s.entry().host() + " " + s.closed().orElse("open") + " " + s.books().inFlight())
        .containsExactly("host-a JVM shutdown 0", "host-b open 5");
    assertThat(summary.breaches()).isZero();
    assertThat(summary.losses()).isZero();
  }

  @Test
  void callAtMidnightBelongsToTheDayOfTheZone() {
    JournalText.of("a")
        // In Berlin the clock goes back on 25 October 2026: the day ends at 23:00 UTC.
        .tally("quote", "2026-10-24T21:59:00Z", 1, "`matched`:1")
        .tally("quote", "2026-10-24T22:00:00Z", 2, "`matched`:2")
        .tally("quote", "2026-10-25T22:59:00Z", 4, "`matched`:4")
        .tally("quote", "2026-10-25T23:00:00Z", 8, "`matched`:8")
        .to(directory, "a.jsonl");
    assertThat(days(ZoneId.of("Europe/Berlin")))
        .containsExactly("2026-10-24 1", "2026-10-25 6", "2026-10-26 8");
    assertThat(days(ZoneOffset.UTC)).containsExactly("2026-10-24 3", "2026-10-25 12");
  }

  private List<String> days(ZoneId zone) {
    return read(ReportPeriod.all(zone)).days().stream()
        .map(d -> d.day() + " " + d.score().books().intercepted())
        .toList();
  }

  @Test
  void periodCountsItsDaysAndChecksAllBooks() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 5, "`matched`:5", "`signatures`:{`/x · VALUE`:9}")
        .tally(
            "quote",
            "2026-11-02T09:00:00Z",
            7,
            "`matched`:6,`mismatched`:1",
            "`signatures`:{`/y · VALUE`:1}")
        .close("`quote`:{`intercepted`:12,`fates`:{`matched`:11,`mismatched`:1}}")
        .to(directory, "a.jsonl");
    LocalDate second = LocalDate.of(2026, 11, 2);
    ParitySummary summary = read(new ReportPeriod(ZoneOffset.UTC, second, second));
    assertThat(summary.overall().parity()).contains(new Parity(6, 6, 7));
    assertThat(summary.signatures())
        .extracting(SignatureSummary::signature)
        .containsExactly("/y · VALUE");
    assertThat(summary.sessions().get(0).books().intercepted()).isEqualTo(7);
  }

  @Test
  void closingRecordWithOtherTotalsGivesNoScore() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .tally("tax", "2026-11-01T09:00:00Z", 3, "`matched`:3")
        .close(
            "`quote`:{`intercepted`:12,`fates`:{`matched`:10,`mismatched`:2}},`tax`:{`intercepted`:3,`fates`:{`matched`:3}}")
        .to(directory, "a.jsonl");
    ParitySummary summary = read();
    assertThat(summary.points().get(0).score().parity()).isEmpty();
    assertThat(summary.points().get(0).score().refusals())
        .containsExactly(
            "Session a on host-a closed with 12 intercepted, 10 matched, 2 mismatched, 0 in flight,"
                + " but its tallies sum to 10 intercepted, 10 matched, 0 in flight: records are"
                + " missing or were changed.");
    assertThat(summary.points().get(0).days().get(0).score().parity()).isEmpty();
    assertThat(summary.points().get(1).score().parity()).contains(new Parity(3, 3, 3));
    assertThat(summary.overall().parity()).isEmpty();
    assertThat(summary.breaches()).isEqualTo(1);
  }

  @Test
  void callPointThatOnlyTheClosingRecordHas() {
    JournalText.of("a")
        .tally("tax", "2026-11-01T09:00:00Z", 3, "`matched`:3")
        .close(
            "`quote`:{`intercepted`:2,`fates`:{`mismatched`:2}},`tax`:{`intercepted`:3,`fates`:{`matched`:3}}")
        .to(directory, "a.jsonl");
    assertThat(read().points())
        .extracting(p -> p.key().name() + " " + p.score().refusals().size())
        .containsExactly("quote 1", "tax 0");
  }

  @Test
  void moreEndedThanInterceptedGivesNoScore() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:2")
        .to(directory, "a.jsonl");
    assertThat(read().overall().refusals())
        .containsExactly(
            "quote: Session a on host-a counts more ended calls than intercepted calls"
                + " (1 intercepted, 2 matched, -1 in flight).");
  }

  @Test
  void surplusOfOneSessionIsNotHiddenByAnother() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:2")
        .to(directory, "a.jsonl");
    JournalText.of("b")
        .tally("quote", "2026-11-01T09:00:00Z", 9, "`matched`:1")
        .to(directory, "b.jsonl");
    assertThat(read().overall().parity()).isEmpty();
  }

  @Test
  void deletedFirstFilesAreALoss() {
    JournalText.of("a", 3, "c0")
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .close("`quote`:{`intercepted`:500,`fates`:{`matched`:499,`mismatched`:1}}")
        .to(directory, "a-3.jsonl");
    ParitySummary summary = read();
    assertThat(summary.overall().parity()).contains(new Parity(10, 10, 10));
    assertThat(summary.breaches()).isZero();
    assertThat(summary.losses()).isEqualTo(1);
    assertThat(summary.problems().get(0).what()).contains("files 1 to 2").contains("missing");
  }

  @Test
  void missingFileBetweenOthersIsABreach() {
    JournalText.of("a", 1, "c0")
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .to(directory, "a-1.jsonl");
    JournalText.of("a", 3, "c0")
        .tally("quote", "2026-11-03T09:00:00Z", 10, "`matched`:10")
        .to(directory, "a-3.jsonl");
    ParitySummary summary = read();
    assertThat(summary.breaches()).isEqualTo(1);
    assertThat(summary.problems().get(0).what()).isEqualTo("file 2 of its session is missing");
    assertThat(summary.overall().books().intercepted()).isZero();
    assertThat(summary.voided()).extracting(VoidedSession::intercepted).containsExactly(20L);
  }

  @Test
  void brokenLineVoidsItsSession() {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .raw("{\"entry\":\"tally\",\"point\":\"quote\",\"minu")
        .tally("quote", "2026-11-01T09:01:00Z", 5, "`matched`:5")
        .to(directory, "a.jsonl");
    ParitySummary summary = read();
    assertThat(summary.overall().books().intercepted()).isZero();
    assertThat(summary.breaches()).isEqualTo(1);
    assertThat(summary.problems().get(0).place()).isEqualTo(directory.resolve("a.jsonl") + ":3");
    assertThat(summary.files().get(0).intact()).isFalse();
  }

  @Test
  void incompleteLastLineIsANote() throws IOException {
    Path file =
        JournalText.of("a")
            .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
            .to(directory, "a.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"entry\":\"tal");
    ParitySummary summary = read();
    assertThat(summary.overall().books().intercepted()).isEqualTo(10);
    assertThat(summary.breaches() + summary.losses()).isZero();
    assertThat(summary.problems()).anyMatch(p -> p.what().contains("last line is incomplete"));
  }

  @Test
  void sameFileTwiceIsCountedOnce() throws IOException {
    JournalText journal =
        JournalText.of("a").tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10");
    journal.to(directory, "a.jsonl");
    journal.to(Files.createDirectory(directory.resolve("copy")), "renamed.jsonl");
    ParitySummary once = read();
    assertThat(once.overall().books().intercepted()).isEqualTo(10);
    assertThat(once.isDamaged()).isFalse();
    assertThat(once.notes()).isEqualTo(2);

    journal
        .tally("quote", "2026-11-01T09:01:00Z", 1, "`matched`:1")
        .to(Files.createDirectory(directory.resolve("later")), "a.jsonl");
    ParitySummary summary = read();
    assertThat(summary.overall().books().intercepted()).isZero();
    assertThat(summary.files()).isEmpty();
    assertThat(summary.breaches()).isEqualTo(2);
    assertThat(summary.problems().get(0).what())
        .contains("with other content: one of the two was added or changed; neither counts");
  }

  @Test
  void changesOfCandidateAndConfiguration() {
    JournalText.of("a", 1, "c0")
        .point("quote", "new-1.jar")
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`mismatched`:10")
        .to(directory, "a.jsonl");
    JournalText.of("b", 1, "c0")
        .point("quote", "new-2.jar")
        .tally("quote", "2026-11-02T09:00:00Z", 20, "`matched`:20")
        .to(directory, "b.jsonl");
    JournalText.of("c", 1, "c1")
        .point("quote", "new-2.jar")
        .tally("quote", "2026-11-03T09:00:00Z", 30, "`matched`:30")
        .to(directory, "c.jsonl");
    ParitySummary summary = read();
    PointSummary quote = summary.points().get(0);
    assertThat(quote.days())
        .extracting(DayScore::changes)
        .containsExactly(List.of(), List.of("candidate"), List.of("configuration"));
    assertThat(summary.days())
        .extracting(DayScore::changes)
        .containsExactly(List.of(), List.of("candidate"), List.of("configuration"));
    assertThat(quote.builds())
        .extracting(
            b ->
                b.build().candidate()
                    + " "
                    + b.build().config()
                    + " "
                    + b.score().books().verdicts())
        .containsExactly("new-1.jar@bb c0 10", "new-2.jar@bb c0 20", "new-2.jar@bb c1 30");
  }

  @Test
  void lateCodeIdentityAppliesToTheWholeSession() {
    JournalText.of("a")
        .line(
            "{`entry`:`point`,`point`:`quote`,`control`:{`method`:`a#b`},`candidate`:{`method`:`c#d`},`sample`:1.0,`timeoutMillis`:1,`rules`:[]}")
        .tally("quote", "2026-11-01T09:00:00Z", 10, "`matched`:10")
        .point("quote", "new-1.jar")
        .tally("quote", "2026-11-02T09:00:00Z", 10, "`matched`:10")
        .to(directory, "a.jsonl");
    assertThat(read().points().get(0).builds())
        .extracting(b -> b.build().candidate())
        .containsExactly("new-1.jar@bb");
  }

  @Test
  void signaturesAndTimeoutsInOneRanking() {
    JournalText.of("a")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            20,
            "`matched`:9,`mismatched`:8,`timed-out`:3",
            "`signatures`:{`/tax · VALUE`:8,`/total · VALUE`:2}")
        .tally(
            "quote",
            "2026-11-02T09:00:00Z",
            1,
            "`mismatched`:1",
            "`signatures`:{`/total · VALUE`:1}")
        .to(directory, "a.jsonl");
    assertThat(read().signatures())
        .extracting(s -> s.signature() + " " + s.count() + " " + s.days().size())
        .containsExactly("/tax · VALUE 8 1", "/total · VALUE 3 2", "timed-out 3 1");
  }

  @Test
  void configuredPointWithoutCalls() {
    JournalText.of("a").point("refund", "new.jar").to(directory, "a.jsonl");
    ParitySummary summary = read();
    assertThat(summary.points()).extracting(p -> p.key().name()).containsExactly("refund");
    assertThat(summary.points().get(0).score().parity()).isEmpty();
    assertThat(summary.first()).isEmpty();
  }

  @Test
  void latenciesAddUp() {
    String one = "`control`:{`count`:1,`sum`:50,`min`:50,`max`:50,`buckets`:[50],`counts`:[1]}";
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1", one)
        .tally("quote", "2026-11-01T09:01:00Z", 1, "`matched`:1", one)
        .to(directory, "a.jsonl");
    PointLatencies latencies = read().points().get(0).latencies();
    assertThat(latencies.control().count()).isEqualTo(2);
    assertThat(latencies.control().quantile(0.99)).isEqualTo(50);
    assertThat(latencies.candidate().isEmpty()).isTrue();
  }

  @Test
  void fileOfANewerFormatIsAProblem() throws IOException {
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`matched`:1")
        .to(directory, "a.jsonl");
    Files.writeString(directory.resolve("z.jsonl"), "{\"entry\":\"session\",\"format\":9}\n");
    ParitySummary summary = read();
    assertThat(summary.overall().books().intercepted()).isEqualTo(1);
    assertThat(summary.problems()).anyMatch(p -> p.file().endsWith("z.jsonl"));
  }

  private ParitySummary read() {
    return read(ReportPeriod.all(ZoneOffset.UTC));
  }

  private ParitySummary read(ReportPeriod period) {
    return Summaries.of(directory, period);
  }
}
