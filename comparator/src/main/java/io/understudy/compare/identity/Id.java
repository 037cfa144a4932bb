package io.understudy.compare.identity;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.ExactNumbers;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An id: a text, a finite number or a UUID. Ids are equal when their texts are equal, whatever the
 * type: 7, 7L and "7" are one id, and so are a UUID and its text in upper or lower case. Immutable;
 * refers to JDK classes only.
 */
public final class Id {
  /** A longer text is no id and is not kept. Characters. */
  static final int LONGEST = 512;

  private static final int MOST_DIGITS = 100;
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final String text;
  private final Object plain;

  private Id(String text, Object plain) {
    this.text = text;
    this.plain = plain;
  }

  /**
   * Returns the id that an object represents.
   *
   * @param object any object, live or frozen
   * @return null when the object is no id: null, NaN, a text of more than 512 characters, or any
   *     other type
   */
  public static @Nullable Id of(@Nullable Object object) {
    if (object == null) {
      return null;
    }
    Shape shape = StandardShapes.of(object);
    if (shape.kind() != Kind.SCALAR) {
      return null;
    }
    Object plain = shape.plain(object);
    if (shape.scalar() == Scalar.TEXT) {
      return ofText(plain.toString());
    }
    if (shape.scalar() == Scalar.NUMBER) {
      return ofNumber(plain);
    }
    return plain instanceof UUID ? new Id(plain.toString(), plain) : null;
  }

  private static @Nullable Id ofText(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    boolean isUuid = text.length() == 36 && UUID_TEXT.matcher(text).matches();
    return new Id(isUuid ? text.toLowerCase(Locale.ROOT) : text, text);
  }

  private static @Nullable Id ofNumber(Object number) {
    BigDecimal exact = ExactNumbers.finite(number);
    if (exact == null || exact.precision() > LONGEST) {
      return null;
    }
    BigDecimal bare = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    boolean isShort = bare.scale() <= MOST_DIGITS && bare.scale() >= -MOST_DIGITS;
    boolean ofJdk = number.getClass().getClassLoader() == null;
    return new Id(isShort ? bare.toPlainString() : bare.toString(), ofJdk ? number : bare);
  }

  /** Returns the text of the id: {@code 7}, {@code A-17}. */
  public String text() {
    return text;
  }

  /** Returns the id as its side has it: a {@code String}, a {@code UUID} or a JDK number. */
  public Object plain() {
    return plain;
  }

  /** Returns the estimated memory of the id. Bytes. */
  long bytes() {
    return 80 + 2L * text.length();
  }

  /**
   * Returns the same id as an object of another class: a number as text, a text as a number, and so
   * on. Nothing is rounded or cut.
   *
   * @param type any class, also of a primitive
   * @return null when no object of that class represents this id
   */
  public @Nullable Object as(Class<?> type) {
    return IdConversion.of(this, type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Id && text.equals(((Id) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns {@link #text()}. This is an application value: do not log it. */
  @Override
  public String toString() {
    return text;
  }
}
