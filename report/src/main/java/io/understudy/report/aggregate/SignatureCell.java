package io.understudy.report.aggregate;

import java.time.LocalDate;

/** What is known of one signature so far. Not thread-safe. */
final class SignatureCell {
  final DayCounts days = new DayCounts();
  final Examples examples = new Examples();

  static SignatureCell counted(LocalDate day, long calls) {
    SignatureCell cell = new SignatureCell();
    cell.days.plus(DayCounts.of(day, calls));
    return cell;
  }

  static SignatureCell shown(Example example) {
    SignatureCell cell = new SignatureCell();
    cell.examples.add(example);
    return cell;
  }

  /** Takes the other in, and returns this. */
  SignatureCell plus(SignatureCell other) {
    days.plus(other.days);
    examples.merge(other.examples);
    return this;
  }
}
