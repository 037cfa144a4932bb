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
 * What a side's value must be: nothing, a given text, or a text of a given form. Numbers are
 * compared by value with a text that is a number, so {@code 2.5} is the number {@code 2.50}. A
 * value that has parts has no text. Immutable.
 */
public final class TextMatch {
  /**
   * A pattern may look at so many characters, each as often as it returns to it. One that has not
   * decided by then does not match, so that no text of the application stops the pool.
   */
  static final int MOST_STEPS = 100_000;

  /** Longer numbers are told apart by their texts alone. */
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

  /** The side has null there, or has nothing there at all. */
  public static TextMatch nothing() {
    return NOTHING;
  }

  /** Exactly this text, or a number of this value. */
  public static TextMatch exactly(String text) {
    return new TextMatch(text, null);
  }

  /** A text that the pattern matches as a whole, decided in bounded work. */
  public static TextMatch like(Pattern pattern) {
    return new TextMatch(null, pattern);
  }

  /** Whether this value of one side is meant: null, a scalar, or what has parts. */
  boolean matches(@Nullable Object value) {
    if (value == null || this == NOTHING) {
      return value == null && this == NOTHING;
    }
    Shape shape = StandardShapes.of(value);
    if (shape.kind() != Kind.SCALAR) {
      return false;
    }
    String shown = shape.plain(value).toString();
    if (pattern != null) {
      return matches(pattern, shown);
    }
    return shown.equals(text) || (shape.scalar() == Scalar.NUMBER && isSameNumber(shown));
  }

  private static boolean matches(Pattern pattern, String value) {
    try {
      return pattern.matcher(new BoundedText(value, MOST_STEPS, "")).matches();
    } catch (BoundedText.LimitExceeded | StackOverflowError undecided) {
      return false;
    }
  }

  private boolean isSameNumber(String value) {
    BigDecimal meant = number;
    if (meant == null || value.length() > MOST_DIGITS) {
      return false;
    }
    try {
      return new BigDecimal(value).compareTo(meant) == 0;
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
