package io.understudy.compare.explain;

/** Recognizes two neighbouring characters that changed places, a common typing error. */
final class Transposition {
  private Transposition() {}

  /** Returns whether the texts differ only by two neighbours that changed places. */
  static boolean is(String a, String b) {
    int length = a.length();
    if (length != b.length()) {
      return false;
    }
    int i = 0;
    while (i < length && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i + 1 < length
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.regionMatches(i + 2, b, i + 2, length - i - 2);
  }
}
