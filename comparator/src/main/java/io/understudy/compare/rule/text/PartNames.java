package io.understudy.compare.rule.text;

/** Names of parts in different styles: {@code order_id}, {@code orderId}, {@code ORDER-ID}. */
public final class PartNames {
  private PartNames() {}

  /**
   * Returns the form that a name shares with the same name in other styles: without underscores and
   * hyphens, its case folded. A name of only such characters is its own form.
   */
  public static String canonical(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-') {
        letters.append(c);
      }
    }
    return letters.length() == 0 ? name : CaseFolding.of(letters.toString());
  }
}
