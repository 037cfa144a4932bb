package io.understudy.compare.rule.text;

import java.util.Locale;

/**
 * Full case folding (Unicode Standard, section 3.13, default caseless matching). It uses the case
 * mappings of the JVM. Lower case maps ẞ to ß and the Kelvin sign to k. Upper case writes ß and
 * ligatures out. Lower case again gives the folded text. No mapping depends on the locale, so that
 * a Turkish JVM gives the same result.
 *
 * <p>The dotless ı stays as it is: its upper case is I, but it folds to itself.
 */
public final class CaseFolding {
  private static final char DOTLESS = '\u0131';

  private CaseFolding() {}

  /** Returns the folded text; texts that differ only in case share it. */
  public static String of(String text) {
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

  /** Whether a text is ASCII in lower case, as most texts are. */
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
