package io.understudy.journal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.latency.LatencyCounts;
import io.understudy.journal.latency.LatencyHistogram;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histograms as runs of counts, and back. */
final class LatencyRunTest {
  private static LatencyCounts latencies(int[] buckets, long... counts) {
    return LatencyCounts.of(buckets, counts, 9, 1, Long.MAX_VALUE);
  }

  private static long[] items(LatencyRun run) {
    return IntStream.range(0, run.size()).mapToLong(run::item).toArray();
  }

  private static LatencyCounts read(long width, long first, long... items) {
    LatencyRun run = new LatencyRun();
    LongStream.of(items).forEach(run::add);
    return run.latencies(width, first, 9, 1, Long.MAX_VALUE);
  }

  @Test
  void emptyBucketsBetweenCountsAreOneNumber() {
    LatencyRun run = LatencyRun.of(latencies(new int[] {7, 8, 10, 14}, 3, 1, 2, 5));

    assertThat(run.width()).isEqualTo(1);
    assertThat(run.first()).isEqualTo(7);
    assertThat(items(run)).containsExactly(3, 1, 0, 2, -3, 5);
    assertThat(read(1, 7, 3, 1, 0, 2, -3, 5))
        .isEqualTo(latencies(new int[] {7, 8, 10, 14}, 3, 1, 2, 5));
  }

  @Test
  void countsUpToTheLimitAreNotJoined() {
    int[] buckets = IntStream.range(0, LatencyRun.MOST_COUNTS).map(i -> 2 * i).toArray();
    LatencyRun run = LatencyRun.of(latencies(buckets, LongStream.range(1, 129).toArray()));

    assertThat(run.width()).isEqualTo(1);
    assertThat(run.size()).isEqualTo(255);
  }

  @Test
  void neighboursAreJoinedBeyondTheLimit() {
    int[] buckets = IntStream.range(401, 401 + 129).toArray();
    LatencyRun run = LatencyRun.of(latencies(buckets, LongStream.range(1, 130).toArray()));

    assertThat(run.width()).isEqualTo(2);
    assertThat(run.first()).isEqualTo(200);
    assertThat(run.size()).isEqualTo(65);
    assertThat(run.item(0)).isEqualTo(1);
    assertThat(run.item(1)).isEqualTo(2 + 3);
    LatencyCounts read = read(2, 200, items(run));
    assertThat(read.count()).isEqualTo(129 * 130 / 2);
    assertThat(read.bucket(0)).isEqualTo(401);
    assertThat(read.bucket(1)).isEqualTo(403);
  }

  @Test
  void anyLatenciesFitIntoOneRun() {
    int[] buckets = IntStream.range(0, LatencyCounts.MOST_BUCKETS).toArray();
    long[] counts = new long[buckets.length];
    Arrays.fill(counts, 1);
    LatencyRun run = LatencyRun.of(latencies(buckets, counts));

    assertThat(run.width()).isEqualTo(16);
    assertThat(run.size()).isEqualTo(118);
    assertThat(read(16, 0, items(run)).count()).isEqualTo(LatencyCounts.MOST_BUCKETS);
  }

  /** The error that docs/journal-format.md states for each width. */
  @ParameterizedTest
  @CsvSource({"0.2, 1, 0.016", "0.5, 2, 0.047", "1.1, 4, 0.079"})
  void quantilesAreWithinTheStatedError(double spread, int width, double error) {
    Random random = new Random(4);
    LatencyHistogram histogram = new LatencyHistogram();
    long[] all = new long[200_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (long) (20_000 * Math.exp(spread * random.nextGaussian()));
      histogram.record(all[i]);
    }
    Arrays.sort(all);
    LatencyRun run = LatencyRun.of(histogram.counts());
    LatencyCounts read = read(run.width(), run.first(), items(run));

    assertThat(run.width()).isEqualTo(width);
    for (double share = 0.01; share < 1; share += 0.01) {
      double exact = all[(int) Math.ceil(share * all.length) - 1];
      assertThat(read.quantile(share) / exact).isBetween(1 - error, 1 + error);
    }
  }

  @Test
  void runsThatNoAgentWritesAreRefused() {
    assertRefused("a latency width of 3", 3, 0, 1);
    assertRefused("a latency width of 0", 0, 0, 1);
    assertRefused("a latency width of 32", 32, 0, 1);
    assertRefused("do not end with a count", 1, 0);
    assertRefused("do not end with a count", 1, 0, 1, 0);
    assertRefused("with 0 for bucket 0", 1, 0, 0, 1);
    assertRefused("with -1 for bucket 1", 1, 0, 1, -1, 1);
    assertRefused("with -2 for bucket 2", 1, 0, 1, 0, -2, 1);
    assertRefused("with 1 for bucket 1888 of 1888", 1, 1_888, 1);
    assertRefused("with 1 for bucket 118 of 118", 16, 117, 1, 1);
    assertRefused("for bucket 9223372036854775807", 1, Long.MAX_VALUE, 1);
    assertRefused("more than 2^63", 1, 0, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static void assertRefused(String message, long width, long first, long... items) {
    assertThatThrownBy(() -> read(width, first, items))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
