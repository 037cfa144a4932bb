package io.understudy.overhead.latency;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * What the application measured at one rate.
 *
 * @param median latency in nanoseconds
 * @param p99 latency in nanoseconds
 * @param p999 latency in nanoseconds
 * @param longest latency in nanoseconds
 * @param due calls of the schedule
 * @param made calls that were made; fewer than due where the application is overloaded
 * @param answered answers of the candidate in this time
 * @param cpu nanoseconds of all threads
 * @param from milliseconds since the JVM's start
 * @param to milliseconds since the JVM's start
 */
record Window(
    long median,
    long p99,
    long p999,
    long longest,
    long due,
    long made,
    long answered,
    long cpu,
    long from,
    long to) {

  /** How its line begins. */
  static final String NAME = "window";

  static Window of(
      Histogram latencies, long due, long made, long answered, long cpu, long from, long to) {
    return new Window(
        latencies.getValueAtPercentile(50),
        latencies.getValueAtPercentile(99),
        latencies.getValueAtPercentile(99.9),
        latencies.getMaxValue(),
        due,
        made,
        answered,
        cpu,
        from,
        to);
  }

  /** Reads what {@link #toString} wrote. */
  static Window parse(String line) {
    long[] n = Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
    return new Window(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
  }

  /** The processors that the process used, on average. */
  double processors() {
    return cpu / 1e6 / (to - from);
  }

  /** The share of the made calls that was compared. */
  double coverage() {
    return made == 0 ? 0 : (double) answered / made;
  }

  boolean isOverloaded() {
    return made < due;
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        NAME,
        Long.toString(median),
        Long.toString(p99),
        Long.toString(p999),
        Long.toString(longest),
        Long.toString(due),
        Long.toString(made),
        Long.toString(answered),
        Long.toString(cpu),
        Long.toString(from),
        Long.toString(to));
  }
}
