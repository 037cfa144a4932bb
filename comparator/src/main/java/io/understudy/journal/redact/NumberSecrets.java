package io.understudy.journal.redact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The masked numbers of a record: finds them in another notation, by their mathematical value
 * ({@code 4929000000000000} as {@code 4.929E15} or {@code 4,929,000,000,000,000.00}), rounded to a
 * double or float, and by their digits with separators between them ({@code 4929 0000 0000 0000}).
 * Not thread-safe.
 */
final class NumberSecrets {
  /** Numbers with fewer digits occur everywhere. */
  private static final int LEAST_DIGITS = 4;

  /** Shorter digits are not looked for across separators: dates would match. */
  private static final int LEAST_SEPARATED = 6;

  private static final int MOST_OF_A_NUMBER = 400;
  private static final int MOST_SCALE = 1_000;
  private static final String SEPARATORS = " -.,'_/:\u00a0\u2009\u202f\u2019";

  private final Set<BigDecimal> values = new HashSet<>();
  private final Map<String, List<String>> byStart = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** Adds a text if it is a number, or digits with separators. */
  void add(String text) {
    if (text.length() > MOST_OF_A_NUMBER || text.isEmpty()) {
      return;
    }
    StringBuilder digits = new StringBuilder();
    boolean isDigits = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits.append(c);
      } else {
        isDigits &= SEPARATORS.indexOf(c) >= 0 || (i == 0 && c == '+');
      }
    }
    if (digits.length() < LEAST_DIGITS) {
      // A few digits with an exponent may be a long number.
      addNumber(parse(text));
      return;
    }
    BigDecimal number = parse(text);
    addNumber(number);
    if (isDigits) {
      addDigits(digits.toString());
      if (number == null) {
        addNumber(new BigDecimal(digits.toString()));
      }
    }
  }

  private void addNumber(@Nullable BigDecimal number) {
    if (number == null || Math.abs((long) number.scale()) > MOST_SCALE) {
      return;
    }
    BigDecimal exact = canonical(number);
    String plain = withoutZeros(exact.toPlainString().replace(".", ""));
    if (plain.length() < LEAST_DIGITS) {
      return;
    }
    values.add(exact);
    addDigits(plain);
    double rounded = exact.doubleValue();
    if (!Double.isInfinite(rounded) && rounded != 0) {
      addRounded(new BigDecimal(rounded), 16, 17);
      values.add(canonical(new BigDecimal(Double.toString(rounded))));
    }
    float coarse = exact.floatValue();
    if (!Float.isInfinite(coarse) && coarse != 0) {
      addRounded(new BigDecimal(coarse), 8, 9);
      values.add(canonical(new BigDecimal(Float.toString(coarse))));
    }
  }

  /** Adds a number as JVMs and libraries print it: Java 19 prints fewer digits than Java 18. */
  private void addRounded(BigDecimal number, int fewest, int most) {
    values.add(canonical(number));
    for (int digits = fewest; digits <= most; digits++) {
      values.add(canonical(number.round(new MathContext(digits))));
    }
  }

  private static BigDecimal canonical(BigDecimal number) {
    return number.abs().stripTrailingZeros();
  }

  private void addDigits(String all) {
    String digits = withoutZeros(all);
    if (digits.length() >= LEAST_SEPARATED && known.add(digits)) {
      byStart
          .computeIfAbsent(digits.substring(0, LEAST_SEPARATED), start -> new ArrayList<>(1))
          .add(digits);
    }
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  /**
   * Returns the first characters of a text with a mask for every number that is a secret; a number
   * that starts among them is masked completely.
   */
  String mask(String text, int most) {
    if (values.isEmpty() && byStart.isEmpty()) {
      return text.substring(0, most);
    }
    StringBuilder out = null;
    int kept = 0;
    for (int i = 0; i < most; ) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = endOfRun(text, i);
      int number = endOfNumber(text, end);
      if (number - i <= MOST_OF_A_NUMBER && isSecret(text.substring(i, number))) {
        out = (out == null ? new StringBuilder() : out).append(text, kept, i).append(Secrets.MASK);
        kept = number;
      } else if (!byStart.isEmpty()) {
        int[] span = secretDigits(text, i, end);
        if (span != null) {
          out = (out == null ? new StringBuilder() : out).append(text, kept, span[0]);
          out.append(Secrets.MASK);
          kept = span[1];
          i = kept;
          continue;
        }
      }
      i = number;
    }
    return out == null
        ? text.substring(0, most)
        : out.append(text, kept, Math.max(kept, most)).toString();
  }

  /** Digits, with single separators between them. */
  private static int endOfRun(String text, int start) {
    int end = start;
    while (end < text.length()
        && (isDigit(text.charAt(end))
            || (SEPARATORS.indexOf(text.charAt(end)) >= 0
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  /** Adds an exponent, if there is one. */
  private static int endOfNumber(String text, int end) {
    int at = end;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int digits = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      return at > digits && at - digits <= 5 ? at : end;
    }
    return end;
  }

  private boolean isSecret(String token) {
    // Both meanings of a point and a comma; spaces and the like only group digits.
    String grouped = token.replaceAll("[ '_\u00a0\u2009\u202f\u2019]", "");
    return isValue(token)
        || isValue(grouped.replace(",", ""))
        || isValue(grouped.replace(".", "").replace(',', '.'));
  }

  private boolean isValue(String token) {
    BigDecimal number = parse(token);
    return number != null
        && Math.abs((long) number.scale()) <= MOST_SCALE
        && values.contains(canonical(number));
  }

  private static @Nullable BigDecimal parse(String text) {
    try {
      return new BigDecimal(text.trim());
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /** Returns the place of the first secret's digits in a run; null if there is none. */
  private int @Nullable [] secretDigits(String text, int start, int end) {
    StringBuilder digits = new StringBuilder();
    int[] places = new int[end - start];
    for (int i = start; i < end; i++) {
      if (isDigit(text.charAt(i))) {
        places[digits.length()] = i;
        digits.append(text.charAt(i));
      }
    }
    String all = digits.toString();
    for (int i = 0; i + LEAST_SEPARATED <= all.length(); i++) {
      List<String> candidates = byStart.get(all.substring(i, i + LEAST_SEPARATED));
      if (candidates != null) {
        for (String each : candidates) {
          if (all.startsWith(each, i)) {
            return new int[] {places[i], places[i + each.length() - 1] + 1};
          }
        }
      }
    }
    return null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
