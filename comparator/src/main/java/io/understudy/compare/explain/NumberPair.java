package io.understudy.compare.explain;

/** Two numbers to explain. */
final class NumberPair {
  final PrintedNumber control;
  final PrintedNumber candidate;

  NumberPair(PrintedNumber control, PrintedNumber candidate) {
    this.control = control;
    this.candidate = candidate;
  }

  /** Explains two numbers in their plain forms. */
  static void explain(Object control, Object candidate, ExplanationList found) {
    PrintedNumber controlNumber = PrintedNumber.of(control);
    PrintedNumber candidateNumber = PrintedNumber.of(candidate);
    if (controlNumber == null || candidateNumber == null) {
      SpecialNumbers.explain(control, candidate, found);
    } else {
      new NumberPair(controlNumber, candidateNumber).explain(found);
    }
  }

  private void explain(ExplanationList found) {
    if (isSame()) {
      NumberForms.explain(this, found);
      return;
    }
    BinaryPrecision.explain(this, found);
    if (!found.isEmpty()) {
      return; // Both sides mean the same number; anything else would be chance.
    }
    found.addIf(control.exact.compareTo(candidate.exact.negate()) == 0, "sign");
    Overflow.explain(this, found);
    TwoSidedRounding.explain(this, found);
    if (found.isEmpty() || control.isBinary() || candidate.isBinary()) {
      OneSidedRounding.explain(this, found);
    }
    if (found.isEmpty()) {
      OneSidedRounding.explainCoins(this, found);
    }
    DigitSlips.explainNeighbours(this, found);
    UnitFactors.explain(this, found);
    DigitSlips.explain(this, found);
  }

  private boolean isSame() {
    return control.exact.compareTo(candidate.exact) == 0;
  }
}
