package io.understudy.compare;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Text of values in one line. Only code of the JDK runs. */
public final class ValueText {
  /** Longer texts are cut. In characters. */
  private static final int MOST = 200;

  private static final int DIGITS = 17;

  private ValueText() {}

  /**
   * Returns the values of both sides. A side that has nothing prints as a dash; types print where
   * they differ, or where both values have the same text.
   */
  public static String sides(
      DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    String mine = kind == DifferenceKind.EXTRA ? "–" : value(control);
    String theirs = kind == DifferenceKind.MISSING ? "–" : value(candidate);
    boolean typed = kind == DifferenceKind.TYPE || mine.equals(theirs);
    return typed ? mine + type(control) + " / " + theirs + type(candidate) : mine + " / " + theirs;
  }

  /** Returns the text of a value, a text in quotes. */
  static String value(@Nullable Object value) {
    if (value == null || value instanceof ThrownException) {
      return String.valueOf(value);
    }
    Shape shape = StandardShapes.of(value);
    if (shape.kind() != Kind.SCALAR) {
      return shape.typeName();
    }
    // The text of such a time contains its zone or offset.
    boolean zoned = shape.scalar() == Scalar.INSTANT && shape.typeName().startsWith("java.time.");
    String text = cut(String.valueOf(zoned ? value : shape.plain(value)));
    return shape.scalar() == Scalar.TEXT || shape.scalar() == Scalar.CHARACTER
        ? '"' + escaped(text) + '"'
        : text;
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + "… (" + text.length() + ")";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (isInvisible(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether a reader cannot see this character, or mistakes it for another. */
  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || (type == Character.SPACE_SEPARATOR && c != ' ');
  }

  private static String type(@Nullable Object value) {
    if (value == null || value instanceof ThrownException) {
      return "";
    }
    Shape shape = StandardShapes.of(value);
    String name = shape.typeName();
    return shape.kind() == Kind.SCALAR
        ? " (" + name.substring(name.lastIndexOf('.') + 1) + ")"
        : "";
  }

  /** Returns a delta with its sign and at most 17 digits. */
  static String delta(BigDecimal delta) {
    BigDecimal rounded = delta.round(new MathContext(DIGITS));
    String text = rounded.signum() == 0 ? "0" : plain(rounded.stripTrailingZeros());
    return (delta.signum() > 0 ? "+" : "") + text + (rounded.compareTo(delta) == 0 ? "" : "…");
  }

  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) <= DIGITS ? number.toPlainString() : number.toString();
  }
}
