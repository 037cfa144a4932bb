package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.report.JournalText;
import io.understudy.report.summary.AcceptancePeak;
import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.RuleUse;
import io.understudy.report.summary.SignatureSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sessions with every kind of count, each summed alone and then merged. */
class PointAccumulatorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @TempDir Path directory;

  @BeforeEach
  void twoSessions() {
    for (String session : new String[] {"a", "b"}) {
      JournalText.countingHits(session)
          .pointWith(
              "quote",
              "`rules`:[`ignore /at`],`accepts`:[{`id`:`R-1`,`where`:`/tax`,`reason`:`r`,"
                  + "`owner`:`o`,`until`:`2027-01-31`}],`noise`:0.01")
          .tally(
              "quote",
              "2026-11-01T09:00:00Z",
              1_000,
              "`matched`:980,`accepted`:6,`mismatched`:9,`timed-out`:2,`dropped`:3",
              "`reasons`:{`dropped: queue full`:3}",
              "`signatures`:{`/tax · VALUE`:9}",
              "`explained`:{`/tax · VALUE · sign`:5}",
              "`accepted`:{`R-1`:6}",
              "`limits`:{`R-1 · near`:1,`R-1 · expired`:2,`R-1 · breached`:4}",
              "`rules`:{`ignore /at`:990}",
              "`leaves`:200",
              "`hidden`:{`ignore /at`:10}",
              "`repeated`:100",
              "`noise`:{`/tax · VALUE`:7}",
              "`unrepeated`:{`receiver gone`:8}",
              "`together`:{`/tax · VALUE`:9}",
              "`control`:{`count`:1,`sum`:50,`min`:50,`max`:50,`buckets`:[50],`counts`:[1]}",
              "`candidate`:{`count`:1,`sum`:20,`min`:20,`max`:20,`buckets`:[20],`counts`:[1]}",
              "`caller`:{`count`:1,`sum`:5,`min`:5,`max`:5,`buckets`:[5],`counts`:[1]}")
          .example("/tax", session.equals("a") ? "0.01" : "-0.02", "`sign`")
          .to(directory, session + ".jsonl");
    }
  }

  @Test
  void books() throws IOException {
    assertThat(quote().score().books())
        .hasToString(
            "2000 intercepted, 6 dropped, 4 timed-out, 1960 matched, 12 accepted, 18 mismatched,"
                + " 0 in flight");
    assertThat(quote().days()).hasSize(1);
    assertThat(quote().reasons()).containsExactly(new ReasonCount("dropped: queue full", 6));
  }

  @Test
  void signaturesWithExplanationsDeltasAndExamples() throws IOException {
    SignatureSummary tax = summary().signatures().get(0);
    assertThat(tax.signature()).isEqualTo("/tax · VALUE");
    assertThat(tax.days()).isEqualTo(new TreeMap<>(Map.of(DAY, 18L)));
    assertThat(tax.explained())
        .containsExactly(
            new ExplanationCount("sign", 10, new DeltaSummary(2, new BigDecimal("0.02"))),
            new ExplanationCount("", 8, DeltaSummary.NONE));
    assertThat(tax.examples()).hasSize(2);
    SignatureSummary late = summary().signatures().get(1);
    assertThat(late.signature()).isEqualTo("timed-out");
    assertThat(late.count()).isEqualTo(4);
  }

  @Test
  void rules() throws IOException {
    assertThat(quote().rules())
        .containsExactly(new RuleUse("ignore /at", 1_980, 1_990, DAY, 20, 400, true));
  }

  @Test
  void acceptances() throws IOException {
    AcceptanceUse use = quote().acceptances().get(0);
    assertThat(use.calls()).isEqualTo(12);
    assertThat(AcceptanceUse.sum(use.near())).isEqualTo(2);
    assertThat(AcceptanceUse.sum(use.expired())).isEqualTo(4);
    assertThat(AcceptanceUse.sum(use.breached())).isEqualTo(8);
    // Each JVM has its own limit, so the peak is not the sum of both.
    assertThat(use.peak()).contains(new AcceptancePeak(DAY, 6, 997));
  }

  @Test
  void peakHasTheVerdictsOfItsJvm() throws IOException {
    peak("c", 6, 4_000);
    peak("d", 8, 5_000);
    AcceptanceUse use = summary().points().get(1).acceptances().get(0);
    assertThat(use.peak()).contains(new AcceptancePeak(DAY, 8, 5_000));
    assertThat(use.sharePeak()).contains(new AcceptancePeak(DAY, 8, 5_000));
    assertThat(use.calls()).isEqualTo(14);
  }

  private void peak(String session, long accepted, long verdicts) {
    JournalText.countingHits(session)
        .pointWith(
            "tax",
            "`rules`:[],`accepts`:[{`id`:`R-2`,`where`:`/tax`,`reason`:`r`,`owner`:`o`,"
                + "`until`:`2027-01-31`}]")
        .tally(
            "tax",
            "2026-11-01T09:00:00Z",
            verdicts,
            "`matched`:" + (verdicts - accepted) + ",`accepted`:" + accepted,
            "`accepted`:{`R-2`:" + accepted + "}")
        .to(directory, session + ".jsonl");
  }

  @Test
  void noise() throws IOException {
    assertThat(quote().noise().signatures())
        .contains(new NoiseComparison("/tax · VALUE", 14, 200, 18, 1_990));
    assertThat(quote().noise().unrepeated()).containsExactly(new ReasonCount("receiver gone", 16));
    assertThat(quote().noise().onlyNoise()).isEqualTo(18);
  }

  @Test
  void latencies() throws IOException {
    assertThat(quote().latencies().control().count()).isEqualTo(2);
    assertThat(quote().latencies().candidate().count()).isEqualTo(2);
    assertThat(quote().latencies().caller().count()).isEqualTo(2);
    assertThat(quote().latencies().caller().max()).isEqualTo(5);
  }

  private PointSummary quote() throws IOException {
    return summary().points().get(0);
  }

  private ParitySummary summary() throws IOException {
    ReportPeriod all = ReportPeriod.all(ZoneOffset.UTC);
    Aggregate whole = new Aggregate(all);
    for (JournalFile file : JournalReader.over(directory).files()) {
      Aggregate part = new Aggregate(all);
      file.read(part);
      whole.merge(part);
    }
    return whole.summary();
  }
}
