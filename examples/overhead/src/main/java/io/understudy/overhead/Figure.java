package io.understudy.overhead;

import java.util.Locale;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The cost of one operation.
 *
 * @param nanos the minimum of all iterations, in nanoseconds
 * @param bytes allocated by all threads together
 */
public record Figure(double nanos, double bytes) {
  /** Returns the figure of a run with the GC profiler. */
  public static Figure of(RunResult result) {
    double least =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(IterationResult::getPrimaryResult)
            .mapToDouble(Result::getScore)
            .min()
            .orElseThrow();
    Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return new Figure(least, bytes == null ? 0 : bytes.getScore());
  }

  Figure dividedBy(int calls) {
    return new Figure(nanos / calls, bytes / calls);
  }

  /** The added time; noise may make it negative. */
  static String more(double nanos) {
    return nanos < 0 ? nanos(nanos) : "+" + nanos(nanos);
  }

  /** Formats a time in a suitable unit: ns, us, ms or s. */
  public static String nanos(double nanos) {
    if (nanos < 10_000) {
      return String.format(Locale.ROOT, "%,.1f ns", nanos);
    }
    if (nanos < 10_000_000) {
      return String.format(Locale.ROOT, "%,.1f us", nanos / 1e3);
    }
    return nanos < 10_000_000_000.0
        ? String.format(Locale.ROOT, "%,.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%,.1f s", nanos / 1e9);
  }

  @Override
  public String toString() {
    return nanos(nanos);
  }
}
