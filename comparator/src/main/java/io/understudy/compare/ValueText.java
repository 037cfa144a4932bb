package io.understudy.compare;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** How values are told in one line, by code of the JDK alone. */
public final class ValueText {
  /** Longer texts are cut. Characters. */
  private static final int MOST = 200;

  private static final int DIGITS = 17;

  private ValueText() {}

  /** Both sides' values; nothing is a dash, and where types differ they are named. */
  public static String sides(
      DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    String mine = kind == DifferenceKind.EXTRA ? "–" : value(control);
    String theirs = kind == DifferenceKind.MISSING ? "–" : value(candidate);
    boolean typed = kind == DifferenceKind.TYPE || mine.equals(theirs);
    return typed ? mine + type(control) + " / " + theirs + type(candidate) : mine + " / " + theirs;
  }

  /** A value as its side prints it; texts in quotes. */
  static String value(@Nullable Object value) {
    if (value == null || value instanceof ThrownException) {
      return String.valueOf(value);
    }
    Shape shape = StandardShapes.of(value);
    if (shape.kind() != Kind.SCALAR) {
      return shape.typeName();
    }
    // A zone or an offset is part of how such a time prints.
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

  /** Whether a reader would not see this character, or take it for another. */
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

  /** A delta with its sign, to 17 digits. */
  static String delta(BigDecimal delta) {
    BigDecimal rounded = delta.round(new MathContext(DIGITS));
    String text = rounded.signum() == 0 ? "0" : plain(rounded.stripTrailingZeros());
    return (delta.signum() > 0 ? "+" : "") + text + (rounded.compareTo(delta) == 0 ? "" : "…");
  }

  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) <= DIGITS ? number.toPlainString() : number.toString();
  }
}
