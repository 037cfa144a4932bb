package io.understudy.compare.explain;

/** Explains one number in two forms, which differ only in exact mode. */
final class NumberForms {
  private NumberForms() {}

  static void explain(NumberPair pair, ExplanationList found) {
    PrintedNumber control = pair.control;
    PrintedNumber candidate = pair.candidate;
    boolean sameType = control.own.getClass() == candidate.own.getClass();
    found.addIf(sameType && control.isBinary() && control.signum() == 0, "negative zero");
    found.addIf(sameType && !control.isBinary(), "trailing zeros");
    found.addIf(!sameType, "number type");
  }
}
