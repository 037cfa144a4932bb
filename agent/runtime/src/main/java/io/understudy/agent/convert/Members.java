package io.understudy.agent.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Gives access to members of any visibility. Stateless. */
final class Members {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Members() {}

  /** Returns a handle that calls a method. */
  static MethodHandle handle(Method method) throws ConversionException {
    open(method);
    try {
      return LOOKUP.unreflect(method).asFixedArity();
    } catch (IllegalAccessException closed) {
      throw inaccessible(method);
    }
  }

  /** Returns a handle that calls a constructor. */
  static MethodHandle handle(Constructor<?> constructor) throws ConversionException {
    open(constructor);
    try {
      return LOOKUP.unreflectConstructor(constructor).asFixedArity();
    } catch (IllegalAccessException closed) {
      throw inaccessible(constructor);
    }
  }

  /** Returns a handle that sets a field. */
  static MethodHandle setter(Field field) throws ConversionException {
    open(field);
    try {
      return LOOKUP.unreflectSetter(field);
    } catch (IllegalAccessException closed) {
      throw inaccessible(field);
    }
  }

  private static void open(AccessibleObject member) {
    try {
      member.setAccessible(true);
    } catch (RuntimeException closed) {
      // The package of a named module is not open (JPMS). Public members of exported packages are
      // accessible anyway; for others the lookup fails with its reason.
    }
  }

  private static ConversionException inaccessible(Member member) {
    return new ConversionException(
        member.getDeclaringClass().getName()
            + "#"
            + member.getName()
            + " cannot be accessed: open its package to the unnamed module");
  }
}
