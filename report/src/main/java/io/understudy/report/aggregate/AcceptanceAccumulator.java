package io.understudy.report.aggregate;

import io.understudy.journal.Sums;
import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;
import java.util.TreeMap;

/** Sums of one acceptance. Not thread-safe. */
final class AcceptanceAccumulator {
  private static final String BETWEEN = " · ";

  final DayCounts accepted = new DayCounts();
  final DayCounts expired = new DayCounts();
  final DayCounts breached = new DayCounts();
  final DayCounts near = new DayCounts();
  final TreeMap<JvmDay, Long> byJvm = new TreeMap<>();
  final ExampleSelection examples = new ExampleSelection();

  static AcceptanceAccumulator accepted(LocalDate day, JvmDay jvm, long calls) {
    AcceptanceAccumulator sums = new AcceptanceAccumulator();
    sums.accepted.plus(DayCounts.of(day, calls));
    sums.byJvm.put(jvm, calls);
    return sums;
  }

  /** Returns the sums of one limit event of the journal, whose text is {@code ID · event}. */
  static AcceptanceAccumulator limitEvent(String text, LocalDate day, long times) {
    AcceptanceAccumulator sums = new AcceptanceAccumulator();
    DayCounts counts = DayCounts.of(day, times);
    switch (text.substring(idOf(text).length())) {
      case BETWEEN + "expired" -> sums.expired.plus(counts);
      case BETWEEN + "breached" -> sums.breached.plus(counts);
      case BETWEEN + "near" -> sums.near.plus(counts);
      default -> {
        // An event of a later version. This version cannot show it.
      }
    }
    return sums;
  }

  /** Returns the id in the text of a limit event. */
  static String idOf(String text) {
    int between = text.lastIndexOf(BETWEEN);
    return between < 0 ? text : text.substring(0, between);
  }

  static AcceptanceAccumulator shown(ExampleCall example) {
    AcceptanceAccumulator sums = new AcceptanceAccumulator();
    sums.examples.add(example);
    return sums;
  }

  /** Returns the estimated size. Bytes. */
  long size() {
    long counts = accepted.size() + expired.size() + breached.size() + near.size();
    return 100 + counts + 160L * byJvm.size() + examples.size();
  }

  /** Adds the other sums and returns this. */
  AcceptanceAccumulator plus(AcceptanceAccumulator other) {
    accepted.plus(other.accepted);
    expired.plus(other.expired);
    breached.plus(other.breached);
    near.plus(other.near);
    other.byJvm.forEach((jvm, calls) -> byJvm.merge(jvm, calls, Sums::plus));
    examples.merge(other.examples);
    return this;
  }
}
