package io.understudy.compare.explain;

/** Two numbers that are to be told apart. */
final class NumberPair {
  final Numeric control;
  final Numeric candidate;

  NumberPair(Numeric control, Numeric candidate) {
    this.control = control;
    this.candidate = candidate;
  }

  /** Explains two numbers given in their plain forms. */
  static void explain(Object control, Object candidate, Found found) {
    Numeric mine = Numeric.of(control);
    Numeric theirs = Numeric.of(candidate);
    if (mine == null || theirs == null) {
      SpecialNumbers.explain(control, candidate, found);
    } else {
      new NumberPair(mine, theirs).explain(found);
    }
  }

  private void explain(Found found) {
    if (isSame()) {
      Forms.explain(this, found);
      return;
    }
    Precision.explain(this, found);
    if (!found.isEmpty()) {
      return; // The sides meant the same number: everything else would be chance.
    }
    found.addIf(control.exact.compareTo(candidate.exact.negate()) == 0, "sign");
    Overflow.explain(this, found);
    RoundedBoth.explain(this, found);
    if (found.isEmpty() || control.isBinary() || candidate.isBinary()) {
      Rounded.explain(this, found);
    }
    if (found.isEmpty()) {
      Rounded.explainCoins(this, found);
    }
    Digits.explainNeighbours(this, found);
    Factors.explain(this, found);
    Digits.explain(this, found);
  }

  private boolean isSame() {
    return control.exact.compareTo(candidate.exact) == 0;
  }
}
