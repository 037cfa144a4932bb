package io.understudy.compare.rule;

/** A difference between texts that does not count. */
public enum TextRule {
  /**
   * Upper and lower case: texts are compared by their full case folding, the same in every locale.
   * {@code STRASSE} equals {@code straße}. As in Unicode, the Turkish dotless ı differs from i, and
   * İ equals an i with a dot above.
   */
  IGNORE_CASE("ignore-case"),
  /** White space of Unicode at both ends, the no-break spaces included. */
  TRIM("trim"),
  /** The amount of white space: each run of it counts as one space. */
  COLLAPSE_WHITESPACE("collapse-whitespace"),
  /** The composition of accents: texts are compared in Unicode's normal form C. */
  NFC("nfc"),
  /** The composition and style of characters: normal form KC, in which ﬁ is fi and ² is 2. */
  NFKC("nfkc");

  private final String wireName;

  TextRule(String wireName) {
    this.wireName = wireName;
  }

  /** The name in configurations: {@code ignore-case}. */
  public String wireName() {
    return wireName;
  }
}
