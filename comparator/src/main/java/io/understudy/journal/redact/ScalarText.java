package io.understudy.journal.redact;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Scalars as text: for JSON, for map keys, and in the forms in which a secret may recur. */
final class ScalarText {
  /** Numbers of more digits are not spelled out; nor would most readers take them. */
  static final int MOST_BITS = 3_300;

  private ScalarText() {}

  /** The text of a scalar. */
  static String of(Shape shape, Object scalar) {
    try {
      Object plain = shape.plain(scalar);
      if (plain instanceof BigInteger || plain instanceof BigDecimal) {
        return big(plain);
      }
      // Old date types are told by what they mean; a zone or an offset is kept where there is one.
      boolean told = shape.scalar() == Scalar.INSTANT && shape.typeName().startsWith("java.time.");
      return String.valueOf(told ? scalar : plain);
    } catch (RuntimeException unreadable) {
      return "(unreadable: " + unreadable.getClass().getName() + ")";
    }
  }

  private static String plain(Shape shape, Object scalar) {
    try {
      Object plain = shape.plain(scalar);
      return plain instanceof Number ? of(shape, scalar) : String.valueOf(plain);
    } catch (RuntimeException unreadable) {
      return shape.typeName();
    }
  }

  private static String big(Object number) {
    BigInteger digits =
        number instanceof BigDecimal ? ((BigDecimal) number).unscaledValue() : (BigInteger) number;
    return digits.bitLength() > MOST_BITS
        ? "(a number of " + digits.bitLength() + " bits)"
        : number.toString();
  }

  /** How the key of a map prints itself in a path, as {@code compare} writes it. */
  static String ofKey(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    Shape shape = StandardShapes.of(key);
    if (shape.kind() == Kind.OPTIONAL) {
      Elements content = shape.elements(key);
      return ofKey(content.next() ? content.value() : null);
    }
    return shape.kind() == Kind.SCALAR ? plain(shape, key) : shape.typeName();
  }

  /** Gives the texts by which a masked scalar would be recognised elsewhere. */
  static void variants(Shape shape, Object scalar, Consumer<String> into) {
    if (shape.scalar() == Scalar.BOOLEAN) {
      return;
    }
    String text = of(shape, scalar);
    into.accept(text);
    into.accept(text.trim());
    if (shape.scalar() == Scalar.NUMBER) {
      numbers(text, into);
    }
  }

  private static void numbers(String text, Consumer<String> into) {
    try {
      BigDecimal exact = new BigDecimal(text);
      into.accept(exact.abs().toString());
      if (Math.abs((long) exact.scale()) <= 1_000) {
        into.accept(exact.abs().toPlainString());
        into.accept(exact.abs().stripTrailingZeros().toPlainString());
      }
    } catch (NumberFormatException notFinite) {
      // NaN and the infinities have no other form.
    }
  }
}
