package io.understudy.compare.explain;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains two texts that are numbers. */
final class NumberTexts {
  /** A longer text is not read as a number. Characters. */
  private static final int MOST = 64;

  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+");
  private static final Pattern POINT_GROUPS = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
  private static final Pattern OTHER_GROUPS =
      Pattern.compile("[-+]?\\d{1,3}([,' \u00a0\u2019\u202f]\\d{3})+([.]\\d+)?");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0\\d+.*");

  private NumberTexts() {}

  static void explain(String control, String candidate, ExplanationList found) {
    if (Math.max(control.length(), candidate.length()) > MOST) {
      return;
    }
    BigDecimal a = parsePlain(control);
    BigDecimal b = parsePlain(candidate);
    if (a == null || b == null) {
      found.addIf(
          isSame(a, parseComma(candidate)) || isSame(b, parseComma(control)), "decimal comma");
      found.addIf(
          isSame(a, parseGrouped(candidate)) || isSame(b, parseGrouped(control)), "grouping");
    } else if (a.compareTo(b) == 0) {
      explainSpelling(control, candidate, found);
    } else {
      NumberPair.explain(a, b, found);
    }
  }

  private static void explainSpelling(String control, String candidate, ExplanationList found) {
    found.addIf(hasLeadingZero(control) != hasLeadingZero(candidate), "leading zeros");
    found.addIf(control.startsWith("+") != candidate.startsWith("+"), "plus sign");
    found.addIf(hasExponent(control) != hasExponent(candidate), "exponent");
    found.addIf(
        found.isEmpty() && control.indexOf('.') != candidate.indexOf('.'), "trailing zeros");
    found.addIf(found.isEmpty() && hasLeadingZero(control), "leading zeros");
    found.addIf(found.isEmpty(), "trailing zeros");
  }

  private static boolean hasLeadingZero(String text) {
    return LEADING_ZERO.matcher(text).matches();
  }

  private static boolean hasExponent(String text) {
    return text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
  }

  /** Parses a plain number; null for any other text. */
  static @Nullable BigDecimal parsePlain(String text) {
    return text.length() <= MOST && PLAIN.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  private static @Nullable BigDecimal parseComma(String text) {
    return COMMA.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
  }

  private static @Nullable BigDecimal parseGrouped(String text) {
    if (POINT_GROUPS.matcher(text).matches()) {
      return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }
    return OTHER_GROUPS.matcher(text).matches()
        ? new BigDecimal(text.replaceAll("[,' \u00a0\u2019\u202f]", ""))
        : null;
  }

  private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a != null && b != null && a.compareTo(b) == 0;
  }
}
