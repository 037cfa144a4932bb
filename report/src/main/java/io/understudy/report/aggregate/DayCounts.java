package io.understudy.report.aggregate;

import io.understudy.journal.Sums;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of calls by day. Not thread-safe. */
final class DayCounts {
  private final TreeMap<LocalDate, Long> days = new TreeMap<>();

  static DayCounts of(LocalDate day, long calls) {
    DayCounts counts = new DayCounts();
    counts.days.put(day, calls);
    return counts;
  }

  /** Adds the other counts and returns this. */
  DayCounts plus(DayCounts other) {
    other.days.forEach((day, calls) -> days.merge(day, calls, Sums::plus));
    return this;
  }

  long sum() {
    return Sums.of(days.values().stream().mapToLong(Long::longValue));
  }

  /** Returns the estimated size. Bytes. */
  long size() {
    return 60 + 120L * days.size();
  }

  SortedMap<LocalDate, Long> days() {
    return days;
  }
}
