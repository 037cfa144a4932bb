package io.understudy.compare.explain;

/** The same number in two forms: these differ only where forms are compared. */
final class Forms {
  private Forms() {}

  static void explain(NumberPair pair, Found found) {
    Numeric control = pair.control;
    Numeric candidate = pair.candidate;
    boolean sameType = control.own.getClass() == candidate.own.getClass();
    found.addIf(sameType && control.isBinary() && control.signum() == 0, "negative zero");
    found.addIf(sameType && !control.isBinary(), "trailing zeros");
    found.addIf(!sameType, "number type");
  }
}
