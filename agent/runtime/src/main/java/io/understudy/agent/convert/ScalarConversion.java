package io.understudy.agent.convert;

import io.understudy.agent.config.ShapeConfig;
import io.understudy.value.shape.Shape;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Converts values without parts. Stateless. */
final class ScalarConversion {
  private ScalarConversion() {}

  /**
   * Returns a value as an object of a class.
   *
   * @param shape the shape of the value
   * @param live the value
   * @param to the class; boxed if it is primitive
   * @param config what is configured for the value's class, or the target's
   * @return null if there is no object of the class with exactly this value
   */
  static @Nullable Object convert(Shape shape, Object live, Class<?> to, ShapeConfig config) {
    Object plain = shape.plain(live);
    switch (shape.scalar()) {
      case TEXT:
      case CHARACTER:
      case ENUM:
        return ofWritten(plain.toString(), to, config.codes());
      case BOOLEAN:
        return to == AtomicBoolean.class
            ? new AtomicBoolean((Boolean) plain)
            : instanceOrNull(plain, to);
      case NUMBER:
        return NumberConversion.convert(plain, to);
      case INSTANT:
        return TimeConversion.ofInstant(live, plain, to);
      case LOCAL_DATE:
      case LOCAL_TIME:
        return TimeConversion.ofLocal(plain, to);
      default:
        return instanceOrNull(plain, to);
    }
  }

  private static @Nullable Object instanceOrNull(Object value, Class<?> to) {
    return to.isInstance(value) ? value : null;
  }

  /** Converts a text, a character or the name of an enum's constant. */
  private static @Nullable Object ofWritten(String text, Class<?> to, Map<String, String> codes) {
    String code = codes.getOrDefault(text, text);
    if (to.isInstance(code)) {
      return code;
    }
    if (to.isEnum()) {
      return constant(to, code);
    }
    if (to == Character.class && code.length() == 1) {
      return code.charAt(0);
    }
    if (to == StringBuilder.class) {
      return new StringBuilder(code);
    }
    return to == StringBuffer.class ? new StringBuffer(code) : null;
  }

  private static @Nullable Object constant(Class<?> to, String name) {
    for (Object constant : to.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    return null;
  }
}
