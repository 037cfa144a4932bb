package io.understudy.compare.rule;

import java.util.Locale;

/**
 * Full case folding (Unicode Standard, section 3.13, default caseless matching), by the case
 * mappings of the JVM: to lower case, which maps ẞ to ß and the Kelvin sign to k; to upper case,
 * which writes ß and ligatures out; and to lower case again. All without a locale, so that a
 * Turkish JVM folds as others do.
 *
 * <p>The dotless ı is kept out: its upper case is I, but it folds to itself.
 */
final class CaseFolding {
  private static final char DOTLESS = '\u0131';

  private CaseFolding() {}

  /** The text that stands for all that differ from it in case alone. */
  static String of(String text) {
    if (isFolded(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 4);
    int from = 0;
    for (int at = text.indexOf(DOTLESS); at >= 0; at = text.indexOf(DOTLESS, from)) {
      out.append(part(text.substring(from, at))).append(DOTLESS);
      from = at + 1;
    }
    return out.append(part(text.substring(from))).toString();
  }

  private static String part(String text) {
    return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Whether a text is plain lower case already, as most are. */
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || ('A' <= c && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }
}
