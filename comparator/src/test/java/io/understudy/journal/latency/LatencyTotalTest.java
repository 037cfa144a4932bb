package io.understudy.journal.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatencyTotalTest {
  /** The first value, the bucket, and the first value of the next bucket. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "1, 1, 2",
    "63, 63, 64",
    "64, 64, 66",
    "66, 65, 68",
    "126, 95, 128",
    "128, 96, 132",
    "1024, 192, 1056",
    "1000000, 509, 1015808",
    "4611686018427387904, 1856, 4755801206503243776",
  })
  void bucketsGrowByOctave(long value, int bucket, long next) {
    assertThat(LatencyBuckets.of(value)).isEqualTo(bucket);
    assertThat(LatencyBuckets.of(next - 1)).isEqualTo(bucket);
    assertThat(LatencyBuckets.of(next)).isEqualTo(bucket + 1);
    assertThat(LatencyBuckets.lowest(bucket + 1)).isEqualTo(next);
    assertThat(LatencyBuckets.middle(bucket)).isBetween(LatencyBuckets.lowest(bucket), next - 1);
  }

  @Test
  void everyOctaveHasThirtyTwoBuckets() {
    for (int power = 6; power < 62; power++) {
      int first = LatencyBuckets.of(1L << power);
      assertThat(LatencyBuckets.of(1L << (power + 1)) - first).as("2^%s", power).isEqualTo(32);
    }
    assertThat(LatencyBuckets.of(Long.MAX_VALUE)).isEqualTo(LatencyCounts.MOST_BUCKETS - 1);
  }

  @Test
  void emptyTotalHasEmptyCounts() {
    LatencyTotal total = new LatencyTotal();
    assertThat(total.counts()).isSameAs(LatencyCounts.empty());
    assertThat(total.add(LatencyCounts.empty()).counts()).isSameAs(LatencyCounts.empty());
    assertThat(total).hasToString("no latencies");
  }

  @Test
  void totalAddsBucketsSumAndExtremes() {
    LatencyTotal total =
        new LatencyTotal()
            .add(LatencyCounts.of(new int[] {5, 70}, new long[] {1, 2}, 200, 5, 77))
            .add(LatencyCounts.of(new int[] {2, 70}, new long[] {3, 4}, 300, 2, 76));
    LatencyCounts counts = total.counts();
    assertThat(counts)
        .isEqualTo(LatencyCounts.of(new int[] {2, 5, 70}, new long[] {3, 1, 6}, 500, 2, 77));
    assertThat(counts.count()).isEqualTo(10);
    assertThat(counts.size()).isEqualTo(3);
    assertThat(counts.bucket(2)).isEqualTo(70);
    assertThat(counts.count(2)).isEqualTo(6);
    assertThat(counts.lowest(2)).isEqualTo(LatencyBuckets.lowest(70));
    assertThat(counts.mean()).isEqualTo(50);
    total.add(LatencyCounts.of(new int[] {9}, new long[] {1}, 9, 9, 9));
    assertThat(counts.count()).as("the earlier counts are unchanged").isEqualTo(10);
  }

  @Test
  void sumStaysAtItsLimit() {
    LatencyCounts half =
        LatencyCounts.of(new int[] {1}, new long[] {1}, Long.MAX_VALUE / 2 + 1, 1, 1);
    assertThat(new LatencyTotal().add(half).add(half).add(half).counts().sum())
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10",
    "0.1, 10",
    "0.11, 20",
    "0.5, 50",
    "0.51, 60",
    "0.9, 90",
    "0.91, 100",
    "1, 100"
  })
  void quantileIsTheNearestRank(double share, long nearest) {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int i = 10; i <= 100; i += 10) {
      histogram.record(i);
    }
    assertThat(Math.abs(histogram.drain().quantile(share) - nearest)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.0001", "NaN", "Infinity"})
  void quantileOutsideOfZeroToOneIsRefused(double share) {
    assertThatThrownBy(() -> LatencyCounts.empty().quantile(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a quantile is from 0 to 1, not " + share);
  }

  @Test
  void countsAreCopiedFromTheirArrays() {
    int[] buckets = {1, 2};
    long[] numbers = {3, 4};
    LatencyCounts counts = LatencyCounts.of(buckets, numbers, 11, 1, 2);
    buckets[0] = 0;
    numbers[0] = 99;
    assertThat(counts).isEqualTo(LatencyCounts.of(new int[] {1, 2}, new long[] {3, 4}, 11, 1, 2));
    assertThat(counts).hasToString("7 latencies, p50 2 ns, p99 2 ns");
  }

  @Test
  void countsAreEqualByContent() {
    LatencyCounts one = LatencyCounts.of(new int[] {1}, new long[] {1}, 1, 1, 1);
    assertThat(one).isEqualTo(LatencyCounts.of(new int[] {1}, new long[] {1}, 1, 1, 1));
    for (LatencyCounts other :
        Arrays.asList(
            LatencyCounts.of(new int[] {2}, new long[] {1}, 1, 1, 1),
            LatencyCounts.of(new int[] {1}, new long[] {2}, 1, 1, 1),
            LatencyCounts.of(new int[] {1}, new long[] {1}, 2, 1, 1),
            LatencyCounts.of(new int[] {1}, new long[] {1}, 1, 0, 1),
            LatencyCounts.of(new int[] {1}, new long[] {1}, 1, 1, 2),
            LatencyCounts.empty())) {
      assertThat(one).isNotEqualTo(other);
    }
  }

  @Property(tries = 200)
  void totalEqualsRepeatedMerges(
      @ForAll List<List<@LongRange(min = 0, max = 1L << 40) Long>> parts) {
    LatencyTotal total = new LatencyTotal();
    LatencyCounts merged = LatencyCounts.empty();
    List<Long> all = new ArrayList<>();
    for (List<Long> part : parts) {
      LatencyHistogram histogram = new LatencyHistogram();
      part.forEach(histogram::record);
      LatencyCounts counts = histogram.drain();
      total.add(counts);
      merged = merged.merge(counts);
      all.addAll(part);
    }
    assertThat(total.counts()).isEqualTo(merged);
    assertThat(merged.count()).isEqualTo(all.size());
    assertThat(merged.sum()).isEqualTo(all.stream().mapToLong(each -> each).sum());
  }
}
