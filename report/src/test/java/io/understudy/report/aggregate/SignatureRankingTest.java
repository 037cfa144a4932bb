package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;
import io.understudy.report.summary.SignatureSummary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureRankingTest {
  @TempDir Path directory;

  @Test
  void explanationsWithTheirLargestDelta() {
    JournalText.countingHits("a")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            50,
            "`matched`:40,`mismatched`:10",
            "`signatures`:{`/tax · VALUE`:10}",
            "`explained`:{`/tax · VALUE · truncated`:2,`/tax · VALUE · rounding HALF_UP/DOWN`:5}")
        .example("/tax", "-0.01", "`rounding HALF_UP/DOWN`")
        .example("/tax", "0.0100", "`rounding HALF_UP/DOWN`,`truncated`")
        .example("/tax", "7", "")
        .example("/tax", "1E+999999999", "")
        .example("/tax", "many", "")
        .to(directory, "a.jsonl");
    SignatureSummary tax = read().get(0);
    assertThat(tax.explained())
        .containsExactly(
            new ExplanationCount(
                "rounding HALF_UP/DOWN", 5, new DeltaSummary(2, new BigDecimal("0.01"))),
            new ExplanationCount("truncated", 2, new DeltaSummary(1, new BigDecimal("0.01"))),
            new ExplanationCount("", 3, new DeltaSummary(1, new BigDecimal("7"))));
    assertThat(tax.explained().get(0).deltas().most()).contains(new BigDecimal("0.01"));
  }

  @Test
  void everyCallHasAnExplanation() {
    JournalText.countingHits("a")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            10,
            "`mismatched`:10",
            "`signatures`:{`/tax · VALUE`:10}",
            "`explained`:{`/tax · VALUE · sign`:4,`/tax · VALUE · truncated`:6}")
        .to(directory, "a.jsonl");
    assertThat(read().get(0).explained())
        .extracting(e -> e.name() + " " + e.calls())
        .containsExactly("truncated 6", "sign 4");
  }

  @Test
  void overlappingExplanations() {
    JournalText.countingHits("a")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            10,
            "`mismatched`:10",
            "`signatures`:{`/tax · VALUE`:10}",
            "`explained`:{`/tax · VALUE · sign`:8,`/tax · VALUE · truncated`:8}")
        .to(directory, "a.jsonl");
    assertThat(read().get(0).explained())
        .extracting(ExplanationCount::name)
        .containsExactly("sign", "truncated");
  }

  /** With a common sum of explanations, the number of unexplained calls is unknown. */
  @Test
  void boundedInNumber() {
    JournalText journal = JournalText.countingHits("a");
    for (int i = 0; i < 30; i++) {
      StringBuilder explained = new StringBuilder();
      for (int j = 0; j < 100; j++) {
        explained.append(j == 0 ? "" : ",").append("`/tax · VALUE · factor ");
        explained.append(1_000 + i * 100 + j).append("`:1");
      }
      journal.tally(
          "quote",
          "2026-11-01T09:00:00Z",
          200,
          "`mismatched`:200",
          "`signatures`:{`/tax · VALUE`:200}",
          "`explained`:{" + explained + "}");
    }
    journal.to(directory, "a.jsonl");
    List<ExplanationCount> explained = read().get(0).explained();
    assertThat(explained).hasSize(PointAccumulator.MOST_TEXTS);
    assertThat(explained).noneMatch(e -> e.name().isEmpty());
  }

  private List<SignatureSummary> read() {
    return Summaries.of(directory).signatures();
  }
}
