package io.understudy.report.aggregate;

import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;

/** Sums of one signature. Not thread-safe. */
final class SignatureAccumulator {
  final DayCounts days = new DayCounts();
  final ExampleSelection examples = new ExampleSelection();

  static SignatureAccumulator counted(LocalDate day, long calls) {
    SignatureAccumulator sums = new SignatureAccumulator();
    sums.days.plus(DayCounts.of(day, calls));
    return sums;
  }

  static SignatureAccumulator shown(ExampleCall example) {
    SignatureAccumulator sums = new SignatureAccumulator();
    sums.examples.add(example);
    return sums;
  }

  /** Returns the estimated size. Bytes. */
  long size() {
    return 24 + days.size() + examples.size();
  }

  /** Adds the other sums and returns this. */
  SignatureAccumulator plus(SignatureAccumulator other) {
    days.plus(other.days);
    examples.merge(other.examples);
    return this;
  }
}
