package io.understudy.compare.explain;

import io.understudy.value.view.ExactNumbers;

/** Explains NaN and the infinities, the results of a division by zero. */
final class SpecialNumbers {
  private SpecialNumbers() {}

  static void explain(Object control, Object candidate, ExplanationList found) {
    found.addIf(
        isNaN(control) && isZero(candidate) || isNaN(candidate) && isZero(control), "NaN for zero");
    found.addIf(
        isInfinite(control) && isInfinite(candidate) && value(control) == -value(candidate),
        "sign");
    found.addIf(
        isNaN(control) && isInfinite(candidate) || isNaN(candidate) && isInfinite(control),
        "NaN for infinity");
    found.addIf(
        isInfinite(control) && isLargest(candidate) || isInfinite(candidate) && isLargest(control),
        "infinity for the largest");
  }

  private static double value(Object number) {
    return ExactNumbers.isBinary(number) ? ((Number) number).doubleValue() : 0;
  }

  static boolean isNaN(Object number) {
    return ExactNumbers.isBinary(number) && Double.isNaN(value(number));
  }

  private static boolean isInfinite(Object number) {
    return Double.isInfinite(value(number));
  }

  private static boolean isLargest(Object number) {
    double size = Math.abs(value(number));
    return size == Double.MAX_VALUE || size == Float.MAX_VALUE;
  }

  private static boolean isZero(Object number) {
    PrintedNumber finite = PrintedNumber.of(number);
    return finite != null && finite.signum() == 0;
  }
}
