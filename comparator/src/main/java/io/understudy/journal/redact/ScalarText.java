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

/** Scalars as text: for JSON, for map keys, and for the forms in which a secret may occur again. */
final class ScalarText {
  /** Longer numbers are not written, because most readers do not accept them. */
  static final int MOST_BITS = 3_300;

  /** As many Optionals inside each other as {@code compare} looks through. */
  private static final int MAX_NESTED = 1_000;

  private ScalarText() {}

  /** Returns the text of a scalar. */
  static String of(Shape shape, Object scalar) {
    try {
      Object plain = shape.plain(scalar);
      if (plain instanceof BigInteger || plain instanceof BigDecimal) {
        return bigNumber(plain);
      }
      // An old date type is written as what it means; java.time types keep their zone or offset.
      boolean keepsZone =
          shape.scalar() == Scalar.INSTANT && shape.typeName().startsWith("java.time.");
      return String.valueOf(keepsZone ? scalar : plain);
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

  private static String bigNumber(Object number) {
    BigInteger digits =
        number instanceof BigDecimal ? ((BigDecimal) number).unscaledValue() : (BigInteger) number;
    return digits.bitLength() > MOST_BITS
        ? "(a number of " + digits.bitLength() + " bits)"
        : number.toString();
  }

  /** Returns the text of a map key in a path, as {@code compare} writes it. */
  static String ofKey(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    Object object = key;
    Shape shape = StandardShapes.of(object);
    for (int depth = 0; shape.kind() == Kind.OPTIONAL && depth < MAX_NESTED; depth++) {
      Elements content = shape.elements(object);
      Object next = content.next() ? content.value() : null;
      if (next == null) {
        return "null";
      }
      object = next;
      shape = StandardShapes.of(object);
    }
    return shape.kind() == Kind.SCALAR ? plain(shape, object) : shape.typeName();
  }

  /** Passes on the texts in which a masked scalar may occur again. */
  static void variants(Shape shape, Object scalar, Consumer<String> into) {
    if (shape.scalar() == Scalar.BOOLEAN) {
      return;
    }
    String text = of(shape, scalar);
    into.accept(text);
    into.accept(text.trim());
    if (shape.scalar() == Scalar.NUMBER) {
      numberVariants(text, into);
    }
  }

  private static void numberVariants(String text, Consumer<String> into) {
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
