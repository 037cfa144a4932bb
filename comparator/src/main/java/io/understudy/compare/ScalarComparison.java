package io.understudy.compare;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Compares two scalars; null is not a scalar. */
public final class ScalarComparison {
  /** The second half of a text's hash covers at most so many characters. */
  private static final int MOST_HASHED = 256;

  private ScalarComparison() {}

  /**
   * Whether two objects are the same value of one of the most frequent classes, equal in both
   * modes. A fast path: where it returns false, the objects may still be equal.
   */
  public static boolean areSame(Object control, Object candidate) {
    Class<?> type = control.getClass();
    return type == candidate.getClass()
        && (type == String.class
            || type == BigDecimal.class
            || type == Integer.class
            || type == Long.class
            || type == LocalDate.class
            || type == Boolean.class
            || control instanceof Enum)
        && control.equals(candidate);
  }

  /** Returns the kind of difference between two scalars; null when they are equal. */
  public static @Nullable DifferenceKind difference(
      Shape cs, Object control, Shape ds, Object candidate, ComparisonMode mode) {
    Scalar sort = cs.scalar();
    if (sort != ds.scalar()) {
      return mode == ComparisonMode.VALUE && isWritten(sort) && isWritten(ds.scalar())
          ? valueUnless(text(cs, control).equals(text(ds, candidate)))
          : DifferenceKind.TYPE;
    }
    switch (sort) {
      case NUMBER:
        return numbers(cs.plain(control), ds.plain(candidate), mode);
      case INSTANT:
      case LOCAL_DATE:
      case LOCAL_TIME:
        return mode == ComparisonMode.VALUE
            ? valueUnless(cs.plain(control).equals(ds.plain(candidate)))
            : exactDifference(cs, control, ds, candidate);
      case OTHER:
        return areComparable(cs, ds, mode)
            ? valueUnless(cs.plain(control).equals(ds.plain(candidate)))
            : DifferenceKind.TYPE;
      default:
        return valueUnless(cs.plain(control).equals(ds.plain(candidate)));
    }
  }

  private static @Nullable DifferenceKind numbers(
      Object control, Object candidate, ComparisonMode mode) {
    if (mode == ComparisonMode.VALUE) {
      return valueUnless(ExactNumbers.equal(control, candidate));
    }
    return control.getClass() == candidate.getClass()
        ? valueUnless(control.equals(candidate))
        : DifferenceKind.TYPE;
  }

  private static boolean areComparable(Shape cs, Shape ds, ComparisonMode mode) {
    return mode == ComparisonMode.VALUE
        ? cs.family().equals(ds.family())
        : cs.typeName().equals(ds.typeName());
  }

  private static @Nullable DifferenceKind exactDifference(
      Shape cs, Object control, Shape ds, Object candidate) {
    return cs.typeName().equals(ds.typeName())
        ? valueUnless(cs.itself(control).equals(ds.itself(candidate)))
        : DifferenceKind.TYPE;
  }

  /** Whether scalars of a sort compare as texts: texts, characters, and enum constants by name. */
  private static boolean isWritten(Scalar sort) {
    return sort == Scalar.TEXT || sort == Scalar.CHARACTER || sort == Scalar.ENUM;
  }

  /** Returns a hash that equal scalars share, in both modes. */
  public static long hash(Shape shape, Object scalar) {
    Object plain = shape.plain(scalar);
    if (shape.scalar() == Scalar.NUMBER) {
      return ExactNumbers.hash(plain);
    }
    return plain instanceof String || plain instanceof Character
        ? hash(plain.toString())
        : plain.hashCode();
  }

  /**
   * Returns a hash of 64 bits, so that a million different texts have different hashes in practice.
   */
  public static long hash(String text) {
    int other = 0;
    for (int i = 0; i < Math.min(text.length(), MOST_HASHED); i++) {
      other = 131 * other + text.charAt(i);
    }
    return ((long) text.hashCode() << 32) ^ (other & 0xFFFF_FFFFL);
  }

  /** Returns the text of a scalar's plain form; only code of the JDK runs. */
  public static String text(Shape shape, Object scalar) {
    return shape.plain(scalar).toString();
  }

  private static @Nullable DifferenceKind valueUnless(boolean equal) {
    return equal ? null : DifferenceKind.VALUE;
  }
}
