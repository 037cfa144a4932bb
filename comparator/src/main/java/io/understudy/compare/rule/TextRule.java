package io.understudy.compare.rule;

/** What does not count in a text. */
public enum TextRule {
  /**
   * Upper and lower case: texts are compared by their full case folding, the same in every locale.
   * {@code STRASSE} is {@code straße}; the Turkish dotless ı is no i, and İ is an i with a dot
   * above, as Unicode has them.
   */
  IGNORE_CASE("ignore-case"),
  /** White space of Unicode at both ends, the no-break spaces included. */
  TRIM("trim"),
  /** How much white space there is: each run of it counts as one space. */
  COLLAPSE_WHITESPACE("collapse-whitespace"),
  /** How accents are composed: texts are compared in Unicode's normal form C. */
  NFC("nfc"),
  /** How characters are composed and styled: normal form KC, in which ﬁ is fi and ² is 2. */
  NFKC("nfkc");

  private final String wireName;

  TextRule(String wireName) {
    this.wireName = wireName;
  }

  /** The name as configurations write it: {@code ignore-case}. */
  public String wireName() {
    return wireName;
  }
}
