package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.AcceptancePeak;
import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceHistoryTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

  @TempDir Path directory;

  private static String accept(String id, String until) {
    return "{`id`:`"
        + id
        + "`,`where`:`/tax VALUE by at most 0.01`,`reason`:`agreed`,`owner`:`tax-team`,`until`:`"
        + until
        + "`,`limit`:`at most 10 calls a day`}";
  }

  @Test
  void callsAndLimitsByDay() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-01-31") + "]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            20,
            "`matched`:10,`accepted`:10",
            "`accepted`:{`R-1`:10}",
            "`limits`:{`R-1 · near`:1}")
        .tally(
            "quote",
            "2026-11-02T09:00:00Z",
            20,
            "`matched`:5,`accepted`:10,`mismatched`:5",
            "`accepted`:{`R-1`:10}",
            "`limits`:{`R-1 · breached`:4,`R-1 · expired`:1}")
        .to(directory, "a.jsonl");
    AcceptanceUse acceptance = acceptances().get(0);
    assertThat(acceptance.id()).isEqualTo("R-1");
    assertThat(acceptance.agreed())
        .contains(
            new RecordedAcceptance(
                "R-1",
                "/tax VALUE by at most 0.01",
                "agreed",
                "tax-team",
                LocalDate.of(2027, 1, 31),
                "at most 10 calls a day"));
    assertThat(acceptance.present()).isTrue();
    assertThat(acceptance.calls()).isEqualTo(20);
    assertThat(acceptance.compared()).isEqualTo(40);
    assertThat(acceptance.since()).isEqualTo(FIRST);
    assertThat(acceptance.accepted()).isEqualTo(new TreeMap<>(Map.of(FIRST, 10L, SECOND, 10L)));
    assertThat(acceptance.near()).isEqualTo(new TreeMap<>(Map.of(FIRST, 1L)));
    assertThat(acceptance.breached()).isEqualTo(new TreeMap<>(Map.of(SECOND, 4L)));
    assertThat(acceptance.expired()).isEqualTo(new TreeMap<>(Map.of(SECOND, 1L)));
    assertThat(acceptance.neverHit()).isFalse();
  }

  /** The agent counts by JVM and day in UTC, in whatever zone the report is. */
  @Test
  void peakBelongsToOneJvmAndOneDayInUtc() {
    for (String session : List.of("a", "b")) {
      JournalText.countingHits(session)
          .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-01-31") + "]")
          .tally(
              "quote",
              "2026-11-01T22:30:00Z",
              2_000,
              "`matched`:1996,`accepted`:4",
              "`accepted`:{`R-1`:4}")
          .tally("quote", "2026-11-01T23:30:00Z", 3, "`accepted`:3", "`accepted`:{`R-1`:3}")
          .tally("quote", "2026-11-02T00:30:00Z", 6, "`accepted`:6", "`accepted`:{`R-1`:6}")
          .to(directory, session + ".jsonl");
    }
    AcceptanceUse acceptance =
        read(ReportPeriod.all(ZoneId.of("Europe/Berlin"))).points().get(0).acceptances().get(0);
    assertThat(acceptance.accepted()).isEqualTo(new TreeMap<>(Map.of(FIRST, 8L, SECOND, 18L)));
    assertThat(acceptance.peak()).contains(new AcceptancePeak(FIRST, 7, 2_003));
    // All of 6 verdicts were accepted, but the base of a share is at least 1,000.
    assertThat(acceptance.sharePeak()).contains(new AcceptancePeak(SECOND, 6, 6));
    assertThat(new AcceptancePeak(SECOND, 6, 6).share()).isEqualTo(0.006);
  }

  @Test
  void unusedAndRemovedAcceptances() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("OLD", "2026-10-01") + "]")
        .tally("quote", "2026-11-01T09:00:00Z", 2, "`accepted`:2", "`accepted`:{`OLD`:2}")
        .to(directory, "a.jsonl");
    JournalText.countingHits("b")
        .pointWith(
            "quote",
            "`rules`:[],`accepts`:["
                + accept("Z-NEW", "2027-01-31")
                + ","
                + accept("A-NEW", "2027-02-28")
                + "]")
        .tally("quote", "2026-11-01T10:00:00Z", 5, "`matched`:5")
        .to(directory, "b.jsonl");
    assertThat(acceptances())
        .extracting(d -> d.id() + " " + d.present() + " " + d.calls() + " " + d.neverHit())
        .containsExactly("Z-NEW true 0 true", "A-NEW true 0 true", "OLD false 2 false");
  }

  /** The tally names an acceptance that the description of the point does not have. */
  @Test
  void acceptanceWithoutADescription() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-01-31") + "]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            6,
            "`accepted`:6",
            "`accepted`:{`R-1`:4,`R-0`:2}",
            "`limits`:{`R-0 · near`:1}")
        .to(directory, "a.jsonl");
    assertThat(acceptances())
        .extracting(d -> d.id() + " " + d.present() + " " + d.calls() + " " + d.compared())
        .containsExactly("R-1 true 4 6", "R-0 false 2 0");
    AcceptanceUse unknown = acceptances().get(1);
    assertThat(unknown.agreed()).isEmpty();
    assertThat(unknown.since()).isNull();
    assertThat(unknown.near()).isEqualTo(new TreeMap<>(Map.of(FIRST, 1L)));
    assertThat(unknown.peak()).contains(new AcceptancePeak(FIRST, 2, 6));
  }

  /** A call point without acceptances does not count the verdicts of JVMs. */
  @Test
  void pointWithoutAcceptances() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[]")
        .tally("quote", "2026-11-01T09:00:00Z", 2, "`accepted`:2", "`accepted`:{`R-1`:2}")
        .to(directory, "a.jsonl");
    assertThat(acceptances()).isEmpty();
  }

  @Test
  void latestOfEqualPeaks() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-01-31") + "]")
        .tally("quote", "2026-11-01T09:00:00Z", 4, "`accepted`:4", "`accepted`:{`R-1`:4}")
        .tally("quote", "2026-11-02T09:00:00Z", 4, "`accepted`:4", "`accepted`:{`R-1`:4}")
        .to(directory, "a.jsonl");
    assertThat(acceptances().get(0).peak()).contains(new AcceptancePeak(SECOND, 4, 4));
    assertThat(acceptances().get(0).sharePeak()).contains(new AcceptancePeak(SECOND, 4, 4));
  }

  @Test
  void termsOfTheLatestSessionAreValid() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2026-10-01") + "]")
        .tally("quote", "2026-11-01T09:00:00Z", 2, "`accepted`:2", "`accepted`:{`R-1`:2}")
        .to(directory, "a.jsonl");
    JournalText.countingHits("b")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-03-01") + "]")
        .tally("quote", "2026-11-02T09:00:00Z", 3, "`accepted`:3", "`accepted`:{`R-1`:3}")
        .to(directory, "b.jsonl");
    assertThat(acceptances()).hasSize(1);
    assertThat(acceptances().get(0).agreed().map(RecordedAcceptance::until))
        .contains(LocalDate.of(2027, 3, 1));
    assertThat(acceptances().get(0).calls()).isEqualTo(5);
    assertThat(acceptances().get(0).since()).isEqualTo(FIRST);
    assertThat(acceptances().get(0).compared()).isEqualTo(5);
  }

  @Test
  void acceptedExampleBelongsToItsAcceptanceAndToNoSignature() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-01-31") + "]")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`accepted`:1", "`accepted`:{`R-1`:1}")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`accepted`,`at`:`2026-11-01T09:00:01Z`,`differenceCount`:1,`differences`:[{`path`:`/tax`,`kind`:`VALUE`,`signature`:`/tax · VALUE`,`control`:2.50,`candidate`:2.51,`delta`:`0.01`,`explained`:[`off by one`],`accepted`:`R-1`}],`arguments`:[]}")
        .to(directory, "a.jsonl");
    ParitySummary summary = read(ReportPeriod.all(ZoneOffset.UTC));
    assertThat(summary.signatures()).isEmpty();
    assertThat(summary.points().get(0).acceptances().get(0).examples()).hasSize(1);
  }

  @Test
  void limitEventsOfALaterVersionAreIgnored() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[],`accepts`:[" + accept("R-1", "2027-01-31") + "]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            1,
            "`matched`:1",
            "`limits`:{`R-1 · postponed`:7,`R-1`:2}")
        .to(directory, "a.jsonl");
    assertThat(acceptances()).extracting(AcceptanceUse::neverHit).containsExactly(true);
  }

  private List<AcceptanceUse> acceptances() {
    return read(ReportPeriod.all(ZoneOffset.UTC)).points().get(0).acceptances();
  }

  private ParitySummary read(ReportPeriod period) {
    return Summaries.of(directory, period);
  }
}
