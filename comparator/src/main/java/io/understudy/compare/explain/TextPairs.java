package io.understudy.compare.explain;

/** Explains two different texts. */
final class TextPairs {
  /** Longer texts are checked for truncation only. Characters. */
  private static final int MOST = 16_384;

  private TextPairs() {}

  static void explain(String control, String candidate, ExplanationList found) {
    if (control.equals(candidate)) {
      found.add("text type");
      return;
    }
    TextTruncation.explainEmpty(control, candidate, found);
    if (Math.max(control.length(), candidate.length()) > MOST) {
      TextTruncation.explain(control, candidate, found);
      return;
    }
    NumberTexts.explain(control, candidate, found);
    DateTexts.explain(control, candidate, found);
    if (found.isEmpty()) {
      SpellingVariants.explain(control, candidate, found);
      EncodingMixups.explain(control, candidate, found);
    }
    if (found.isEmpty()) {
      TextTruncation.explain(control, candidate, found);
      found.addIf(Transposition.is(control, candidate), "transposed characters");
    }
  }
}
