package io.understudy.report.aggregate;

import java.time.LocalDate;
import java.util.TreeMap;

/** What is known of one acceptance so far. Not thread-safe. */
final class AcceptanceCell {
  private static final String BETWEEN = " · ";

  final DayCounts accepted = new DayCounts();
  final DayCounts expired = new DayCounts();
  final DayCounts breached = new DayCounts();
  final DayCounts near = new DayCounts();
  final TreeMap<JvmDay, Long> byJvm = new TreeMap<>();
  final Examples examples = new Examples();

  static AcceptanceCell accepted(LocalDate day, JvmDay jvm, long calls) {
    AcceptanceCell cell = new AcceptanceCell();
    cell.accepted.plus(DayCounts.of(day, calls));
    cell.byJvm.put(jvm, calls);
    return cell;
  }

  /** What a text of limits, {@code ID · what}, says of its acceptance. */
  static AcceptanceCell limited(String text, LocalDate day, long times) {
    AcceptanceCell cell = new AcceptanceCell();
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

  static AcceptanceCell shown(Example example) {
    AcceptanceCell cell = new AcceptanceCell();
    cell.examples.add(example);
    return cell;
  }

  /** Takes the other in, and returns this. */
  AcceptanceCell plus(AcceptanceCell other) {
    accepted.plus(other.accepted);
    expired.plus(other.expired);
    breached.plus(other.breached);
    near.plus(other.near);
    other.byJvm.forEach((jvm, calls) -> byJvm.merge(jvm, calls, Long::sum));
    examples.merge(other.examples);
    return this;
  }
}
