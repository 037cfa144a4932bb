package io.understudy.portable;

import io.understudy.value.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Which Java type the plain form of each sort of scalar has, see {@link Scalar}. Stateless. */
final class PlainForms {
  private PlainForms() {}

  /** Whether a plain form is of its sort's type. */
  static boolean fits(Scalar sort, Object plain) {
    switch (sort) {
      case NONE:
        return false;
      case TEXT:
      case ENUM:
      case CLASS:
        return plain instanceof String;
      case BOOLEAN:
        return plain instanceof Boolean;
      case CHARACTER:
        return plain instanceof Character;
      case NUMBER:
        return plain instanceof Number;
      case INSTANT:
        return plain instanceof Instant;
      case LOCAL_DATE:
        return plain instanceof LocalDate;
      case LOCAL_TIME:
        return plain instanceof LocalTime;
      default:
        return true;
    }
  }
}
