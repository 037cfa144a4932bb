package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.ReportProblem.Weight;
import io.understudy.report.summary.Score;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPageTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path directory;

  @Test
  void periodInWords() {
    JournalText journal = JournalText.of("a").point("quote", "new.jar");
    assertThat(page(journal).period()).isEqualTo("no calls");
    assertThat(page(journal).from()).isEqualTo(LocalDate.EPOCH);
    journal.tally("quote", "2026-11-02T09:00:00Z", 1, "`matched`:1");
    assertThat(page(journal).period()).isEqualTo("2 November 2026");
    journal.tally("quote", "2026-11-04T09:00:00Z", 1, "`matched`:1");
    assertThat(page(journal).period()).isEqualTo("2 November 2026 to 4 November 2026");
    assertThat(page(journal).to()).isEqualTo(LocalDate.of(2026, 11, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "`matched`:998, 998, 100 %, good, '100 % of 998, at least 99.70 %'",
    "'`matched`:998,`mismatched`:1', 999, 99.89 %, bad, '99.89 % of 999, at least 99.52 %'",
    "`dropped`:3, 3, –, soft, –",
    "`matched`:3, 2, no score, none, no score"
  })
  void scoreInOneCell(String fates, long intercepted, String parity, String tone, String whole) {
    JournalText journal =
        JournalText.of("a").tally("q", "2026-11-02T09:00:00Z", intercepted, fates);
    HtmlPage page = page(journal);
    Score score = page.summary().overall();
    assertThat(page.parity(score)).isEqualTo(parity);
    assertThat(page.tone(score)).isEqualTo(tone);
    assertThat(page.whole(score)).isEqualTo(whole);
    assertThat(page.bound(score).equals("–")).isEqualTo(score.parity().isEmpty());
  }

  /** Raw parity gets as many digits as it needs to differ from strict and from adjusted parity. */
  @Test
  void digitsThatTellParitiesApart() {
    HtmlPage page =
        page(
            JournalText.of("a")
                .tally(
                    "q",
                    "2026-11-02T09:00:00Z",
                    1_000_000,
                    "`matched`:999000,`accepted`:3,`mismatched`:997"));
    Score score = page.summary().overall();
    assertThat(page.parity(score)).isEqualTo("99.90 %");
    assertThat(page.parity(score, 0)).isEqualTo("99.9003 %");
    assertThat(page.strict(score)).isEqualTo("99.9000 %");
    assertThat(page.hasAccepted()).isTrue();
    assertThat(page.hasNoise()).isFalse();
    assertThat(page.adjusted(score.parity(), 0)).isEqualTo("99.90 %");
  }

  @ParameterizedTest
  @CsvSource({
    "billing-next-1.4.0.jar@77c077c077c077c0, billing-next-1.4.0.jar 77c077c077c0",
    "a@b.jar@sha256:0123456789abcdef, a@b.jar 0123456789ab",
    "billing-next-1.4.0.jar, billing-next-1.4.0.jar",
    "'', unknown",
    "x.jar@, x.jar unknown"
  })
  void codeIdentity(String identity, String shown) {
    assertThat(page(JournalText.of("a")).code(identity)).isEqualTo(shown);
  }

  @Test
  void percentSignStaysWithItsFigure() {
    assertThat(HtmlPage.unbroken("at least 99.89 % of 100 %, not a %"))
        .isEqualTo("at least 99.89\u00a0% of 100\u00a0%, not a %");
  }

  @Test
  void fatesWithAndWithoutCalls() {
    HtmlPage page =
        page(JournalText.of("a").tally("q", "2026-11-02T09:00:00Z", 4, "`shed`:1,`mismatched`:3"));
    assertThat(page.fates()).containsExactly(Fate.SHED, Fate.MATCHED, Fate.MISMATCHED);
    assertThat(page.otherFates())
        .isEqualTo("sampled-out, uncaptured, dropped, unanswered, timed-out, accepted");
  }

  @Test
  void signaturesBeyondSixtyAreListedWithoutExamples() {
    StringBuilder signatures = new StringBuilder();
    for (int i = 0; i < 65; i++) {
      signatures
          .append(i == 0 ? "" : ",")
          .append("`/x")
          .append(i)
          .append(" · VALUE`:")
          .append(99 - i);
    }
    HtmlPage page =
        page(
            JournalText.of("a")
                .tally(
                    "q",
                    "2026-11-02T09:00:00Z",
                    99,
                    "`mismatched`:99",
                    "`signatures`:{" + signatures + "}"));
    assertThat(page.detailedSignatures()).hasSize(60);
    assertThat(page.otherSignatures()).hasSize(5);
    assertThat(page.otherSignatures().get(0).signature()).isEqualTo("/x60 · VALUE");
    assertThat(page.differingPoints()).isEqualTo(1);
  }

  @Test
  void latencyPercentilesAndTheLongest() {
    HtmlPage page =
        page(
            JournalText.of("a")
                .tally(
                    "q",
                    "2026-11-02T09:00:00Z",
                    2,
                    "`matched`:2",
                    "`control`:{`count`:2,`sum`:70,`min`:20,`max`:50,`buckets`:[20,50],`counts`:[1,1]}"));
    var latencies = page.summary().points().get(0).latencies();
    assertThat(page.latency(latencies.control(), 0.5)).isEqualTo("20 ns");
    assertThat(page.latency(latencies.control(), 0.99)).isEqualTo("50 ns");
    assertThat(page.latency(latencies.control(), 1)).isEqualTo("50 ns");
    assertThat(page.latency(latencies.candidate(), 0.5)).isEqualTo("–");
  }

  @ParameterizedTest
  @CsvSource({"BREACH, breach, bad", "LOSS, loss, none", "DOUBT, doubt, none", "NOTE, note, soft"})
  void weightOfAProblem(Weight weight, String text, String tone) {
    HtmlPage page = page(JournalText.of("a"));
    ReportProblem problem = new ReportProblem(weight, "a.jsonl", 1, "what");
    assertThat(page.weight(problem)).isEqualTo(text);
    assertThat(page.weightTone(problem)).isEqualTo(tone);
  }

  @Test
  void problemsBeyondFiveHundredAreCounted() {
    for (int i = 0; i < 30; i++) {
      JournalText journal = JournalText.of("s" + i);
      for (int j = 0; j < 17; j++) {
        journal.raw("broken");
      }
      journal.to(directory, i + ".jsonl");
    }
    HtmlPage page = page(JournalText.of("a"));
    assertThat(page.summary().problems()).hasSize(500);
    assertThat(page.problemsLeftOut()).isGreaterThanOrEqualTo(10);
    assertThat(page.intact()).isFalse();
  }

  @Test
  void rulesInTwoGroups() {
    HtmlPage page =
        page(
            JournalText.countingHits("a")
                .pointWith("q", "`rules`:[`ignore /idle`,`ignore /used`]")
                .tally(
                    "q",
                    "2026-11-02T09:00:00Z",
                    2,
                    "`matched`:2",
                    "`leaves`:9",
                    "`rules`:{`ignore /used`:1}"));
    assertThat(page.rules()).hasSize(2);
    assertThat(page.rulesNeedingAttention())
        .extracting(row -> row.rule().rule())
        .containsExactly("ignore /idle");
    assertThat(page.otherRules())
        .extracting(row -> row.rule().rule())
        .containsExactly("ignore /used");
    assertThat(page.rulesLeftOut()).isZero();
  }

  private HtmlPage page(JournalText journal) {
    journal.to(directory, "a.jsonl");
    ParitySummary summary = Summaries.of(directory);
    return new HtmlPage(summary, Conclusion.of(summary, NOW), NOW, "0.4.0", "", "");
  }
}
