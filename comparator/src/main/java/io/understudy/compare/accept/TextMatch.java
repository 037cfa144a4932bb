package io.understudy.compare.accept;

import io.understudy.compare.BoundedText;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The required value of a side: nothing, a given text, or a text that a pattern matches. A number
 * is compared by value with a text that is a number: {@code 2.5} matches the number {@code 2.50}. A
 * value that has parts has no text. Immutable.
 */
public final class TextMatch {
  /**
   * The most characters that a pattern may read, repeated reads included. A pattern that has not
   * decided by then does not match, so no application text blocks the pool.
   */
  static final int MOST_STEPS = 100_000;

  /** Longer numbers are compared as texts only. */
  private static final int MOST_DIGITS = 1_000;

  private static final TextMatch NOTHING = new TextMatch(null, null);

  private final @Nullable String text;
  private final @Nullable BigDecimal number;
  private final @Nullable Pattern pattern;

  private TextMatch(@Nullable String text, @Nullable Pattern pattern) {
    this.text = text;
    this.number = text == null ? null : numberOrNull(text);
    this.pattern = pattern;
  }

  /** Creates a match for a side that has null there, or nothing at all. */
  public static TextMatch nothing() {
    return NOTHING;
  }

  /** Creates a match for exactly this text, or a number with this value. */
  public static TextMatch exactly(String text) {
    return new TextMatch(text, null);
  }

  /** Creates a match for a text that the whole pattern matches, decided in bounded work. */
  public static TextMatch like(Pattern pattern) {
    return new TextMatch(null, pattern);
  }

  /** Returns whether a side's value matches: null, a scalar, or a value with parts. */
  boolean matches(@Nullable Object value) {
    if (value == null || this == NOTHING) {
      return value == null && this == NOTHING;
    }
    Shape shape = StandardShapes.of(value);
    if (shape.kind() != Kind.SCALAR) {
      return false;
    }
    String plainText = shape.plain(value).toString();
    if (pattern != null) {
      return matches(pattern, plainText);
    }
    return plainText.equals(text) || (shape.scalar() == Scalar.NUMBER && isSameNumber(plainText));
  }

  private static boolean matches(Pattern pattern, String value) {
    try {
      return pattern.matcher(new BoundedText(value, MOST_STEPS, "")).matches();
    } catch (BoundedText.LimitExceeded | StackOverflowError undecided) {
      return false;
    }
  }

  private boolean isSameNumber(String value) {
    BigDecimal expected = number;
    if (expected == null || value.length() > MOST_DIGITS) {
      return false;
    }
    try {
      return new BigDecimal(value).compareTo(expected) == 0;
    } catch (NumberFormatException notFinite) {
      return false;
    }
  }

  private static @Nullable BigDecimal numberOrNull(String text) {
    try {
      return text.length() > MOST_DIGITS ? null : new BigDecimal(text);
    } catch (NumberFormatException none) {
      return null;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextMatch && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** {@code null}, {@code "N/A"}, or {@code ~ [A-Z]+}. */
  @Override
  public String toString() {
    if (pattern != null) {
      return "~ " + pattern + (pattern.flags() == 0 ? "" : " (flags " + pattern.flags() + ")");
    }
    return text == null ? "null" : "\"" + text + "\"";
  }
}
