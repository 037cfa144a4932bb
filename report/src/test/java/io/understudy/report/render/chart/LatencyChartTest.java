package io.understudy.report.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.render.chart.LatencyChart.Bar;
import io.understudy.report.summary.PointSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyChartTest {
  @TempDir Path directory;

  @Test
  void scaleOfWholePowersOfTenAroundAllBars() {
    point("quote", 50, 300);
    LatencyChart chart = LatencyChart.over(points());
    assertThat(chart.ticks())
        .containsExactly(
            new TrendChart.Tick(4.0, "10 ns"),
            new TrendChart.Tick(130.0, "100 ns"),
            new TrendChart.Tick(256.0, "1 µs"));
  }

  @Test
  void barFromTheMedianToTheLongestPercentile() {
    point("quote", 50, 100);
    LatencyChart chart = LatencyChart.over(points());
    Bar bar = chart.bar(points().get(0).latencies().control());
    assertThat(bar.empty()).isFalse();
    assertThat(bar.from()).isBetween(4.0, 256.0);
    assertThat(bar.mark()).isEqualTo(bar.from()); // all calls took 50 ns
    assertThat(bar.to()).isEqualTo(bar.from() + 2);
  }

  @Test
  void sideWithoutLatencies() {
    JournalText.of("a").point("quote", "new.jar").to(directory, "a.jsonl");
    LatencyChart chart = LatencyChart.over(points());
    assertThat(chart.bar(points().get(0).latencies().candidate()))
        .isEqualTo(new Bar(0, 0, 0, true));
    assertThat(chart.ticks()).extracting(TrendChart.Tick::label).containsExactly("1 ns", "10 ns");
  }

  @Test
  void labelsOfAWideScaleAreThinnedOut() {
    point("fast", 5, 20);
    point("slow", 6_000_000_000L, 50_000_000_000L);
    assertThat(LatencyChart.over(points()).ticks())
        .extracting(TrendChart.Tick::label)
        .containsExactly("1 ns", "", "", "1 µs", "", "", "1 ms", "", "", "1 s", "", "");
  }

  @Test
  void barsOfAllPointsShareOneScale() {
    point("fast", 50, 60);
    point("slow", 5_000, 6_000);
    LatencyChart chart = LatencyChart.over(points());
    double fast = chart.bar(points().get(0).latencies().control()).from();
    double slow = chart.bar(points().get(1).latencies().control()).from();
    assertThat(slow - fast).isBetween(100.0, 180.0); // two of three powers of ten
  }

  private void point(String name, long control, long candidate) {
    JournalText.of(name)
        .tally(
            name,
            "2026-11-01T09:00:00Z",
            1,
            "`matched`:1",
            latency("control", control),
            latency("candidate", candidate))
        .to(directory, name + ".jsonl");
  }

  private static String latency(String side, long nanos) {
    return "`%s`:{`count`:1,`sum`:%d,`min`:%d,`max`:%d,`buckets`:[%d],`counts`:[1]}"
        .formatted(side, nanos, nanos, nanos, bucket(nanos));
  }

  /** The log-linear bucket of docs/journal-format.md: 32 for each power of two. */
  private static int bucket(long nanos) {
    if (nanos < 64) {
      return (int) nanos;
    }
    int power = 63 - Long.numberOfLeadingZeros(nanos);
    return 32 * (power - 5) + (int) (nanos >> (power - 5));
  }

  private List<PointSummary> points() {
    return Summaries.of(directory).points();
  }
}
