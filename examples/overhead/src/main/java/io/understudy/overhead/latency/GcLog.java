package io.understudy.overhead.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pauses in the log of a JVM, as {@code -Xlog:gc} writes it. */
final class GcLog {
  private static final Pattern PAUSE =
      Pattern.compile("\\[(\\d+\\.\\d+)s\\].* Pause .* (\\d+\\.\\d+)ms");

  private final List<Pause> pauses;

  private GcLog(List<Pause> pauses) {
    this.pauses = pauses;
  }

  static String flag(Path log) {
    return "-Xlog:gc:file=" + log + ":uptime:filecount=0";
  }

  static GcLog read(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return new GcLog(
          lines
              .map(PAUSE::matcher)
              .filter(Matcher::lookingAt)
              .map(m -> new Pause(seconds(m.group(1)) * 1e3, seconds(m.group(2)) * 1e6))
              .toList());
    }
  }

  private static double seconds(String number) {
    return Double.parseDouble(number);
  }

  /** The longest pause of a window, in nanoseconds. */
  double longest(Window window) {
    return within(window).mapToDouble(Pause::nanos).max().orElse(0);
  }

  /** The share of a window's time in pauses. */
  double share(Window window) {
    return within(window).mapToDouble(Pause::nanos).sum() / 1e6 / (window.to() - window.from());
  }

  private Stream<Pause> within(Window window) {
    return pauses.stream().filter(p -> p.at >= window.from() && p.at <= window.to());
  }

  /**
   * A pause.
   *
   * @param at milliseconds since the JVM's start
   */
  private record Pause(double at, double nanos) {}
}
