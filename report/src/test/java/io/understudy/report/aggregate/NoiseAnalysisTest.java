package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.NoiseComparison.Finding;
import io.understudy.report.summary.Parity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointNoise;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseAnalysisTest {
  private static final String REPEATING = "`rules`:[],`noise`:0.01";

  @TempDir Path directory;

  @Test
  void onlyCallsThatDifferOnlyInNoiseAreAdjusted() {
    JournalText.countingHits("a")
        .pointWith("quote", REPEATING)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            100_000,
            "`matched`:97000,`accepted`:500,`mismatched`:2500",
            "`signatures`:{`/at · VALUE`:2000,`/rank · VALUE`:400,`/tax · VALUE`:500}",
            "`repeated`:1000",
            "`noise`:{`/at · VALUE`:20,`/rank · VALUE`:4}",
            "`together`:{`/at · VALUE`:800,`/at · VALUE + /rank · VALUE`:400,"
                + "`/tax · VALUE`:495,`/at · VALUE + /tax · VALUE`:5,`(other)`:7}")
        .to(directory, "a.jsonl");
    ParitySummary summary = read();
    PointSummary quote = summary.points().get(0);
    assertThat(quote.noise().repeats()).isEqualTo(1_000);
    assertThat(quote.noise().signatures())
        .extracting(n -> n.signature() + " " + n.finding())
        .containsExactly("/at · VALUE NOISE", "/tax · VALUE CANDIDATE", "/rank · VALUE UNDECIDED");
    assertThat(quote.noise().onlyNoise()).isEqualTo(800);
    assertThat(quote.score().parity()).contains(new Parity(97_500, 97_000, 100_000));
    assertThat(quote.adjusted()).contains(new Parity(98_300, 97_000, 100_000));
    assertThat(summary.adjusted()).isEqualTo(quote.adjusted());
    assertThat(summary.onlyNoise()).isEqualTo(800);
    assertThat(summary.signatures().get(0).noise().map(NoiseComparison::finding))
        .contains(Finding.NOISE);
  }

  @Test
  void noAdjustedParityWithoutRepeats() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            100,
            "`matched`:98,`mismatched`:2",
            "`signatures`:{`/at · VALUE`:2}",
            "`together`:{`/at · VALUE`:2}")
        .to(directory, "a.jsonl");
    assertThat(read().points().get(0).noise()).isEqualTo(PointNoise.NONE);
    assertThat(read().adjusted()).isEmpty();
    assertThat(read().signatures().get(0).noise()).isEmpty();
  }

  @Test
  void reasonsWhyCallsWereNotRepeated() {
    JournalText.countingHits("a")
        .pointWith("quote", REPEATING)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            100,
            "`matched`:100",
            "`unrepeated`:{`another call of the point was being repeated`:2,`receiver gone`:5}")
        .to(directory, "a.jsonl");
    PointNoise noise = read().points().get(0).noise();
    assertThat(noise.isAsked()).isTrue();
    assertThat(noise.repeats()).isZero();
    assertThat(noise.unrepeated())
        .containsExactly(
            new ReasonCount("receiver gone", 5),
            new ReasonCount("another call of the point was being repeated", 2));
  }

  /** Calls of an earlier candidate, before any call was repeated, do not count. */
  @Test
  void sessionsWithoutRepeatsAreLeftOut() {
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[]")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            100_000,
            "`mismatched`:100000",
            "`signatures`:{`/at · VALUE`:100000}")
        .to(directory, "a.jsonl");
    JournalText.countingHits("b")
        .pointWith("quote", REPEATING)
        .tally(
            "quote",
            "2026-11-02T09:00:00Z",
            10_000,
            "`matched`:9800,`mismatched`:200",
            "`signatures`:{`/at · VALUE`:200}",
            "`repeated`:1000",
            "`noise`:{`/at · VALUE`:20}",
            "`together`:{`/at · VALUE`:200}")
        .to(directory, "b.jsonl");
    PointNoise noise = read().points().get(0).noise();
    assertThat(noise.signatures())
        .containsExactly(new NoiseComparison("/at · VALUE", 20, 1_000, 200, 10_000));
    assertThat(noise.onlyNoise()).isEqualTo(200);
  }

  @Test
  void moreNoiseThanMismatchesInTheJournal() {
    JournalText.countingHits("a")
        .pointWith("quote", REPEATING)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            10_000,
            "`matched`:9800,`mismatched`:200",
            "`signatures`:{`/at · VALUE`:200}",
            "`repeated`:1000",
            "`noise`:{`/at · VALUE`:20}",
            "`together`:{`/at · VALUE`:900}")
        .to(directory, "a.jsonl");
    assertThat(read().adjusted()).contains(new Parity(10_000, 9_800, 10_000));
  }

  @Test
  void noAdjustedParityWithoutAScore() {
    JournalText.countingHits("a")
        .pointWith("quote", REPEATING)
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            10_000,
            "`matched`:9900,`mismatched`:200",
            "`signatures`:{`/at · VALUE`:200}",
            "`repeated`:1000",
            "`noise`:{`/at · VALUE`:20}",
            "`together`:{`/at · VALUE`:200}")
        .to(directory, "a.jsonl");
    assertThat(read().adjusted()).isEmpty();
  }

  private ParitySummary read() {
    return Summaries.of(directory);
  }
}
