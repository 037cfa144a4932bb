package io.understudy.journal.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

final class LatencyHistogramTest {
  @Example
  void emptyHistogramDrainsNothing() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThat(histogram.drain()).isSameAs(LatencyCounts.empty());
    assertThat(histogram.drain().toString()).isEqualTo("no latencies");
  }

  @Example
  void countIsThatOfAllLatencies() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThat(histogram.count()).isZero();
    histogram.record(7);
    histogram.record(7);
    histogram.record(1_000_000);
    assertThat(histogram.count()).isEqualTo(3);
    histogram.drain();
    assertThat(histogram.count()).isEqualTo(3);
  }

  @Example
  void drainReturnsLatenciesSinceTheLastDrain() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(7);
    histogram.record(7);
    histogram.record(1_000);
    assertThat(histogram.drain())
        .isEqualTo(
            LatencyCounts.of(
                new int[] {7, LatencyBuckets.of(1_000)}, new long[] {2, 1}, 1_014, 7, 1_000));
    assertThat(histogram.drain().isEmpty()).isTrue();
    histogram.record(9);
    assertThat(histogram.drain())
        .isEqualTo(LatencyCounts.of(new int[] {9}, new long[] {1}, 9, 7, 1_000));
  }

  @Example
  void latencyThatStandsForOthersCountsSeveralTimes() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(9, 16);
    histogram.record(7);
    assertThat(histogram.drain())
        .isEqualTo(LatencyCounts.of(new int[] {7, 9}, new long[] {1, 16}, 151, 7, 9));
  }

  @Example
  void negativeLatencyCountsAsZero() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(-5);
    assertThat(histogram.drain())
        .isEqualTo(LatencyCounts.of(new int[] {0}, new long[] {1}, 0, 0, 0));
  }

  @Example
  void extremesHaveBuckets() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(0);
    histogram.record(Long.MAX_VALUE);
    LatencyCounts counts = histogram.drain();
    assertThat(counts.bucket(1)).isEqualTo(LatencyBuckets.COUNT - 1);
    assertThat(counts.max()).isEqualTo(Long.MAX_VALUE);
    assertThat(counts.quantile(1)).isLessThanOrEqualTo(Long.MAX_VALUE);
  }

  @Property
  void valueIsCloseToTheMiddleOfItsBucket(@ForAll @LongRange(min = 0) long nanos) {
    int bucket = LatencyBuckets.of(nanos);
    assertThat(bucket).isBetween(0, LatencyBuckets.COUNT - 1);
    assertThat(LatencyBuckets.lowest(bucket)).isLessThanOrEqualTo(nanos);
    assertThat(Math.abs(LatencyBuckets.middle(bucket) - nanos)).isLessThanOrEqualTo(nanos / 64);
  }

  @Example
  void bucketsHaveNoGaps() {
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      long lowest = LatencyBuckets.lowest(bucket);
      assertThat(LatencyBuckets.of(lowest)).isEqualTo(bucket);
      if (lowest > 0) {
        assertThat(LatencyBuckets.of(lowest - 1)).isEqualTo(bucket - 1);
      }
    }
  }

  @Property(tries = 200)
  void countSumMinimumAndMaximumAreExact(
      @ForAll @NotEmpty List<@LongRange(min = 0, max = 1L << 50) Long> latencies) {
    LatencyHistogram histogram = new LatencyHistogram();
    latencies.forEach(histogram::record);
    LatencyCounts counts = histogram.drain();
    assertThat(counts.count()).isEqualTo(latencies.size());
    assertThat(counts.sum()).isEqualTo(latencies.stream().mapToLong(each -> each).sum());
    assertThat(counts.min()).isEqualTo(latencies.stream().mapToLong(each -> each).min().orElse(-1));
    assertThat(counts.max()).isEqualTo(latencies.stream().mapToLong(each -> each).max().orElse(-1));
  }

  @Property(tries = 5)
  void concurrentDrainsLoseNoLatency(@ForAll Random random) throws InterruptedException {
    LatencyHistogram histogram = new LatencyHistogram();
    int threads = 4;
    int each = 50_000;
    long seed = random.nextLong();
    CountDownLatch done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      Random source = new Random(seed + t);
      new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  histogram.record(source.nextInt(1_000_000));
                }
                done.countDown();
              })
          .start();
    }
    LatencyTotal total = new LatencyTotal();
    while (done.getCount() > 0) {
      total.add(histogram.drain());
    }
    done.await();
    total.add(histogram.drain());

    LatencyTotal expected = new LatencyTotal();
    for (int t = 0; t < threads; t++) {
      Random source = new Random(seed + t);
      LatencyHistogram alone = new LatencyHistogram();
      for (int i = 0; i < each; i++) {
        alone.record(source.nextInt(1_000_000));
      }
      expected.add(alone.drain());
    }
    assertThat(total.counts()).isEqualTo(expected.counts());
  }

  @Property(tries = 200)
  void drainsAddUpToOneHistogram(
      @ForAll List<@LongRange(min = 0, max = 1L << 40) Long> first,
      @ForAll List<@LongRange(min = 0, max = 1L << 40) Long> second) {
    LatencyHistogram drained = new LatencyHistogram();
    List<LatencyCounts> parts = new ArrayList<>();
    first.forEach(drained::record);
    parts.add(drained.drain());
    second.forEach(drained::record);
    parts.add(drained.drain());

    LatencyHistogram whole = new LatencyHistogram();
    first.forEach(whole::record);
    second.forEach(whole::record);
    assertThat(parts.get(0).merge(parts.get(1))).isEqualTo(whole.drain());
  }
}
