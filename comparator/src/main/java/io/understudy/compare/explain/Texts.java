package io.understudy.compare.explain;

/** Two texts that differ. */
final class Texts {
  /** Of longer texts only the beginnings are compared. Characters. */
  private static final int MOST = 16_384;

  private Texts() {}

  static void explain(String control, String candidate, Found found) {
    if (control.equals(candidate)) {
      found.add("text type");
      return;
    }
    Cuttings.explainEmpty(control, candidate, found);
    if (Math.max(control.length(), candidate.length()) > MOST) {
      Cuttings.explain(control, candidate, found);
      return;
    }
    NumberTexts.explain(control, candidate, found);
    DateTexts.explain(control, candidate, found);
    if (found.isEmpty()) {
      Writing.explain(control, candidate, found);
      Encodings.explain(control, candidate, found);
    }
    if (found.isEmpty()) {
      Cuttings.explain(control, candidate, found);
      found.addIf(Transposed.is(control, candidate), "transposed characters");
    }
  }
}
