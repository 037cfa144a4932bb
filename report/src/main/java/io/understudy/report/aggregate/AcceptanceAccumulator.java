package io.understudy.report.aggregate;

import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;
import java.util.TreeMap;

/** What is known of one acceptance so far. Not thread-safe. */
final class AcceptanceAccumulator {
  private static final String BETWEEN = " · ";

  final DayCounts accepted = new DayCounts();
  final DayCounts expired = new DayCounts();
  final DayCounts breached = new DayCounts();
  final DayCounts near = new DayCounts();
  final TreeMap<JvmDay, Long> byJvm = new TreeMap<>();
  final ExampleSelection examples = new ExampleSelection();

  static AcceptanceAccumulator accepted(LocalDate day, JvmDay jvm, long calls) {
    AcceptanceAccumulator cell = new AcceptanceAccumulator();
    cell.accepted.plus(DayCounts.of(day, calls));
    cell.byJvm.put(jvm, calls);
    return cell;
  }

  /** What a text of limits, {@code ID · what}, says of its acceptance. */
  static AcceptanceAccumulator isLimited(String text, LocalDate day, long times) {
    AcceptanceAccumulator cell = new AcceptanceAccumulator();
    DayCounts counts = DayCounts.of(day, times);
    switch (text.substring(idOf(text).length())) {
      case BETWEEN + "expired" -> cell.expired.plus(counts);
      case BETWEEN + "breached" -> cell.breached.plus(counts);
      case BETWEEN + "near" -> cell.near.plus(counts);
      default -> {
        // Of a later version: nothing that this one could show.
      }
    }
    return cell;
  }

  /** The id in a text of limits. */
  static String idOf(String text) {
    int between = text.lastIndexOf(BETWEEN);
    return between < 0 ? text : text.substring(0, between);
  }

  static AcceptanceAccumulator shown(ExampleCall example) {
    AcceptanceAccumulator cell = new AcceptanceAccumulator();
    cell.examples.add(example);
    return cell;
  }

  /** Takes the other in, and returns this. */
  AcceptanceAccumulator plus(AcceptanceAccumulator other) {
    accepted.plus(other.accepted);
    expired.plus(other.expired);
    breached.plus(other.breached);
    near.plus(other.near);
    other.byJvm.forEach((jvm, calls) -> byJvm.merge(jvm, calls, Long::sum));
    examples.merge(other.examples);
    return this;
  }
}
