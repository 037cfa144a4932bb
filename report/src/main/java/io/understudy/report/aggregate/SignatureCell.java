package io.understudy.report.aggregate;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one signature so far. Not thread-safe. */
final class SignatureCell {
  final TreeMap<LocalDate, Long> days = new TreeMap<>();
  final Examples examples = new Examples();

  static SignatureCell counted(LocalDate day, long calls) {
    SignatureCell cell = new SignatureCell();
    cell.days.put(day, calls);
    return cell;
  }

  static SignatureCell shown(Example example) {
    SignatureCell cell = new SignatureCell();
    cell.examples.add(example);
    return cell;
  }

  /** Takes the other in, and returns this. */
  SignatureCell plus(SignatureCell other) {
    for (Map.Entry<LocalDate, Long> day : other.days.entrySet()) {
      days.merge(day.getKey(), day.getValue(), Long::sum);
    }
    examples.merge(other.examples);
    return this;
  }

  long count() {
    return days.values().stream().mapToLong(Long::longValue).sum();
  }
}
