package io.understudy.compare.explain;

/** Two neighbouring characters changed places, the commonest slip of those who type. */
final class Transposition {
  private Transposition() {}

  /** Whether the texts are equal but for two neighbours that changed places. */
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
