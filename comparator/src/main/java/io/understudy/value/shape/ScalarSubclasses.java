package io.understudy.value.shape;

import io.understudy.value.Origin;
import io.understudy.value.Scalar;
import io.understudy.value.contents.StateFields;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Format;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Classes of the application that extend a value class of the JDK. Their objects are values only if
 * the class adds no fields and overrides no methods except {@code toString}.
 */
final class ScalarSubclasses {
  private static final List<Class<?>> BASES =
      Arrays.asList(
          BigDecimal.class,
          BigInteger.class,
          Date.class,
          Calendar.class,
          TimeZone.class,
          Format.class);

  private ScalarSubclasses() {}

  /** The shape of a class that extends a value class; null when the class does not. */
  static @Nullable Shape of(Class<?> type) {
    for (Class<?> base : BASES) {
      if (base.isAssignableFrom(type)) {
        return isPlain(type) ? likeBase(type) : opaque(type);
      }
    }
    return null;
  }

  private static Class<?> firstOfJdk(Class<?> type) {
    Class<?> at = type;
    while (!Origin.isJdk(at)) {
      at = at.getSuperclass();
    }
    return at;
  }

  /**
   * The JDK class that an application class extends without adding fields or overriding methods;
   * null if it does.
   */
  static @Nullable Class<?> plainBase(Class<?> type) {
    if (type.isInterface()) {
      return null;
    }
    Class<?> base = firstOfJdk(type);
    if (base == Object.class || Origin.isStateless(base)) {
      return null; // Most classes: their methods are not looked at.
    }
    try {
      return isPlain(type) ? base : null;
    } catch (LinkageError missing) {
      return null;
    }
  }

  private static boolean isPlain(Class<?> type) {
    for (Class<?> at = type; !Origin.isJdk(at); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !StateFields.isOuter(field)) {
          return false;
        }
      }
      for (Method method : at.getDeclaredMethods()) {
        if (isOverride(method, firstOfJdk(type))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOverride(Method method, Class<?> base) {
    if (Modifier.isStatic(method.getModifiers()) || method.getName().equals("toString")) {
      return false;
    }
    for (Method inherited : base.getMethods()) {
      if (inherited.getName().equals(method.getName())
          && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes())) {
        return true;
      }
    }
    return false;
  }

  private static Shape likeBase(Class<?> type) {
    Class<?> base = firstOfJdk(type);
    if (BigDecimal.class == base || BigInteger.class == base) {
      return ScalarShape.fixed(type, Scalar.NUMBER, number -> number);
    }
    if (base.getName().equals("java.sql.Date")) {
      return SqlDates.day(type);
    }
    Shape shape = MutableScalars.of(base);
    return shape == null
        ? opaque(type)
        : ScalarShape.changing(
            type,
            shape.scalar(),
            ScalarSubclasses::cloned,
            shape::plain,
            ScalarSubclasses::isForeign);
  }

  // The clone() of these classes is native or copies each field, so it keeps the class.
  private static Object cloned(Object live) {
    if (live instanceof Date) {
      return ((Date) live).clone();
    }
    if (live instanceof Calendar) {
      return ((Calendar) live).clone();
    }
    return live instanceof TimeZone ? ((TimeZone) live).clone() : ((Format) live).clone();
  }

  private static boolean isForeign(Object live) {
    return live instanceof Calendar
        ? MutableScalars.hasForeignZone(live)
        : MutableScalars.hasForeignParts(live);
  }

  private static Shape opaque(Class<?> type) {
    return new OpaqueShape(
        type.getName(),
        type.getName()
            + " extends "
            + firstOfJdk(type).getName()
            + " with fields or methods of its own, so its value cannot be read safely");
  }
}
