package io.understudy.report.render.chart;

import io.understudy.journal.latency.LatencyCounts;
import io.understudy.report.summary.PointSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * The geometry of the latency bars: one bar from p50 to p99 with a mark at p95 for each side of a
 * call point. All bars share one logarithmic scale, so rows can be compared. In units of its view
 * box. Immutable.
 */
public final class LatencyChart {
  /** The width of the view box of a row. */
  public static final int WIDTH = 260;

  private static final double MOST_LABELS = 5;

  /**
   * The bar of one side of a call point.
   *
   * @param from the position of p50
   * @param mark the position of p95
   * @param to the position of p99, at least 2 after {@code from}
   * @param empty whether there are no latencies; then the positions are 0
   */
  public record Bar(double from, double mark, double to, boolean empty) {}

  private final double low;
  private final double high;

  private LatencyChart(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /** Creates a scale that includes p50 and p99 of every call point. */
  public static LatencyChart over(List<PointSummary> points) {
    double low = Double.MAX_VALUE;
    double high = 1;
    for (PointSummary point : points) {
      for (LatencyCounts side :
          List.of(point.latencies().control(), point.latencies().candidate())) {
        if (!side.isEmpty()) {
          low = Math.min(low, Math.max(1, side.quantile(0.5)));
          high = Math.max(high, side.quantile(0.99));
        }
      }
    }
    low = Math.min(low, high);
    return new LatencyChart(
        Math.floor(Math.log10(low)),
        Math.max(Math.floor(Math.log10(low)) + 1, Math.ceil(Math.log10(high))));
  }

  /** Returns the bar of one side. */
  public Bar bar(LatencyCounts side) {
    if (side.isEmpty()) {
      return new Bar(0, 0, 0, true);
    }
    double from = x(side.quantile(0.5));
    double to = Math.max(from + 2, x(side.quantile(0.99)));
    return new Bar(from, x(side.quantile(0.95)), to, false);
  }

  /** Returns the powers of ten on the scale. At most five of them have a label. */
  public List<TrendChart.Tick> ticks() {
    List<TrendChart.Tick> ticks = new ArrayList<>();
    int step = (int) Math.ceil((high - low + 1) / MOST_LABELS);
    for (int power = (int) low; power <= high; power++) {
      String label = (power - (int) low) % step == 0 ? round(power) : "";
      ticks.add(new TrendChart.Tick(x(Math.pow(10, power)), label));
    }
    return ticks;
  }

  private static String round(int power) {
    String[] units = {"ns", "µs", "ms", "s", "ks"};
    int unit = Math.min(power / 3, units.length - 1);
    return (int) Math.pow(10, power - 3 * unit) + " " + units[unit];
  }

  private double x(double nanos) {
    double log = Math.log10(Math.max(1, nanos));
    return 4 + (WIDTH - 8) * Math.max(0, Math.min(1, (log - low) / (high - low)));
  }
}
