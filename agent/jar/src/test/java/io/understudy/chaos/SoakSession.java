package io.understudy.chaos;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one JVM of a soak did and left. Not thread-safe. */
final class SoakSession {
  private static final String[] MEASURES = {"heap KB", "threads", "classes", "open files"};

  /** By how much the last third of a session may exceed the first, for each measure. */
  private static final long[] MARGINS = {24_000, 10, 2_500, 8};

  private static final Pattern FAILURES =
      Pattern.compile("(?:died and was restarted|continues) after (?:(\\d+) failure)?");

  final int number;
  final boolean killed;
  private final List<List<Long>> samples = new ArrayList<>();
  private final Map<String, Integer> faults = new TreeMap<>();
  private long certain;
  private long called;
  private long intercepted;
  private long inFlight;
  private long failures;
  private int exit;
  private final StringBuilder fates = new StringBuilder();

  SoakSession(int number, boolean killed) {
    this.number = number;
    this.killed = killed;
  }

  void fault(String fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  /** Heap, threads, classes, open files, errors that the application saw, wrong outcomes. */
  void sample(List<Long> sample) {
    samples.add(sample);
  }

  /** So many calls are older than some flushes. */
  void certain(long calls) {
    certain = calls;
  }

  /** The exit code of the JVM. */
  void exit(int code) {
    exit = code;
  }

  void end(long calls, PointTotals before, PointTotals after) {
    called = calls;
    intercepted = after.intercepted() - before.intercepted();
    inFlight = after.inFlight() - before.inFlight();
    for (Fate fate : Fate.values()) {
      long count = after.fate(fate) - before.fate(fate);
      if (count != 0) {
        fates
            .append(fates.length() == 0 ? "" : ", ")
            .append(fate.wireName())
            .append(' ')
            .append(count);
      }
    }
  }

  /** So many failures of threads of the agent stand in its log. */
  void failures(long count) {
    failures = count;
  }

  /** How many failures of threads of the agent a log names. */
  static long failuresIn(String log) {
    long count = 0;
    Matcher matcher = FAILURES.matcher(log);
    while (matcher.find()) {
      count += matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
    }
    return count;
  }

  /** What was promised and did not hold; empty if everything held. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    long errors = last(4);
    if (last(5) != 0) {
      broken.add("wrong outcomes: " + last(5));
    }
    if (!killed && exit != 0) {
      broken.add("exit code " + exit);
    }
    long least = killed ? certain : called;
    if (intercepted < least - errors || intercepted > called + errors) {
      broken.add("intercepted " + intercepted + " of " + least + " to " + called);
    }
    if (!killed && inFlight != 0) {
      broken.add(inFlight + " calls without a fate");
    }
    for (int i = 0; i < MEASURES.length; i++) {
      long first = median(i, 0);
      long third = median(i, 2);
      if (third > first + MARGINS[i]) {
        broken.add(MEASURES[i] + " grew from " + first + " to " + third);
      }
    }
    broken.replaceAll(each -> "session " + number + ": " + each);
    return broken;
  }

  private long last(int measure) {
    return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).get(measure);
  }

  /** The median of a measure in the first, middle or last third of the session. */
  private long median(int measure, int third) {
    int from = samples.size() * third / 3;
    int to = Math.max(from + 1, samples.size() * (third + 1) / 3);
    long[] values =
        samples.subList(from, to).stream().mapToLong(each -> each.get(measure)).sorted().toArray();
    return values[values.length / 2];
  }

  /** A row of the table. */
  String row() {
    StringBuilder row = new StringBuilder("| ");
    row.append(number + 1).append(killed ? ", killed" : "").append(" | ").append(called);
    row.append(" | ").append(intercepted).append(" | ").append(fates).append(" | ");
    row.append(inFlight).append(killed ? " / " + (called - intercepted) : " / 0");
    row.append(" | ").append(failures).append(" | ").append(last(4)).append(" |");
    for (int i = 0; i < MEASURES.length; i++) {
      row.append(' ').append(median(i, 0)).append(", ").append(median(i, 1));
      row.append(", ").append(median(i, 2)).append(" |");
    }
    return row.toString();
  }

  /** The faults of the session by their numbers. */
  String faults() {
    return faults.toString();
  }
}
