package io.understudy.report.aggregate;

import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;

/** What is known of one signature so far. Not thread-safe. */
final class SignatureAccumulator {
  final DayCounts days = new DayCounts();
  final ExampleSelection examples = new ExampleSelection();

  static SignatureAccumulator counted(LocalDate day, long calls) {
    SignatureAccumulator cell = new SignatureAccumulator();
    cell.days.plus(DayCounts.of(day, calls));
    return cell;
  }

  static SignatureAccumulator shown(ExampleCall example) {
    SignatureAccumulator cell = new SignatureAccumulator();
    cell.examples.add(example);
    return cell;
  }

  /** Takes the other in, and returns this. */
  SignatureAccumulator plus(SignatureAccumulator other) {
    days.plus(other.days);
    examples.merge(other.examples);
    return this;
  }
}
