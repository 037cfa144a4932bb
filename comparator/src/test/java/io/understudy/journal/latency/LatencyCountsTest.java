package io.understudy.journal.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

final class LatencyCountsTest {
  @Provide
  Arbitrary<LatencyCounts> counts() {
    return Arbitraries.longs().between(0, 1L << 45).list().ofMaxSize(40).map(LatencyCountsTest::of);
  }

  private static LatencyCounts of(List<Long> latencies) {
    LatencyHistogram histogram = new LatencyHistogram();
    latencies.forEach(histogram::record);
    return histogram.drain();
  }

  @Property(tries = 300)
  void mergingIsCommutative(@ForAll("counts") LatencyCounts a, @ForAll("counts") LatencyCounts b) {
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
  }

  @Property(tries = 300)
  void mergingIsAssociative(
      @ForAll("counts") LatencyCounts a,
      @ForAll("counts") LatencyCounts b,
      @ForAll("counts") LatencyCounts c) {
    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
  }

  @Property(tries = 100)
  void emptyCountsAreNeutral(@ForAll("counts") LatencyCounts a) {
    assertThat(a.merge(LatencyCounts.empty())).isEqualTo(a);
    assertThat(LatencyCounts.empty().merge(a)).isEqualTo(a);
  }

  @Property(tries = 300)
  void mergingAddsCountsAndSums(
      @ForAll("counts") LatencyCounts a, @ForAll("counts") LatencyCounts b) {
    assertThat(a.merge(b).count()).isEqualTo(a.count() + b.count());
    assertThat(a.merge(b).sum()).isEqualTo(a.sum() + b.sum());
  }

  @Property(tries = 300)
  void quantilesAreWithinOneSixtyFourth(
      @ForAll @NotEmpty List<@LongRange(min = 0, max = 1L << 45) Long> latencies,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    List<Long> sorted = new ArrayList<>(latencies);
    Collections.sort(sorted);
    int rank = (int) Math.max(1, Math.ceil(share * sorted.size()));
    long exact = sorted.get(rank - 1);
    assertThat(Math.abs(of(latencies).quantile(share) - exact)).isLessThanOrEqualTo(exact / 64);
  }

  @Example
  void quantilesStayBetweenMinimumAndMaximum() {
    LatencyCounts counts = of(Collections.nCopies(3, 1_000_003L));
    assertThat(counts.quantile(0)).isEqualTo(1_000_003);
    assertThat(counts.quantile(1)).isEqualTo(1_000_003);
    assertThat(counts.mean()).isEqualTo(1_000_003);
  }

  @Example
  void emptyCountsHaveZeroes() {
    LatencyCounts empty = LatencyCounts.empty();
    assertThat(empty.quantile(0.5)).isZero();
    assertThat(empty.min()).isZero();
    assertThat(empty.max()).isZero();
    assertThat(empty.mean()).isZero();
  }

  @Example
  void sumStaysAtTheGreatestLong() {
    LatencyCounts huge =
        LatencyCounts.of(new int[] {1887}, new long[] {1}, Long.MAX_VALUE - 1, 5, Long.MAX_VALUE);
    assertThat(huge.merge(huge).sum()).isEqualTo(Long.MAX_VALUE);
  }

  @Example
  void invalidCountsAreRefused() {
    assertThatThrownBy(() -> LatencyCounts.of(new int[] {1}, new long[] {}, 0, 0, 0))
        .hasMessage("1 latency buckets with 0 counts");
    assertThatThrownBy(() -> LatencyCounts.of(new int[] {5, 5}, new long[] {1, 1}, 0, 0, 0))
        .hasMessage(
            "latency bucket 5 with count 1: expected a bucket from 6 to 1887 and a count of at"
                + " least 1");
    assertThatThrownBy(() -> LatencyCounts.of(new int[] {1888}, new long[] {1}, 0, 0, 0))
        .hasMessageContaining("from 0 to 1887");
    assertThatThrownBy(() -> LatencyCounts.of(new int[] {3}, new long[] {0}, 0, 0, 0))
        .hasMessageContaining("a count of at least 1");
    assertThatThrownBy(() -> LatencyCounts.empty().quantile(1.5))
        .hasMessage("a quantile is from 0 to 1, not 1.5");
  }
}
