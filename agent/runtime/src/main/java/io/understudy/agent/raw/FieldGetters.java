package io.understudy.agent.raw;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;

/** Finds handles that read instance fields, by the language's means where these suffice. */
public final class FieldGetters {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private FieldGetters() {}

  /**
   * Returns {@code (owner) -> type}.
   *
   * @param field an instance field, also of a package that is not open
   * @throws ReflectiveOperationException if the JVM does not allow reading it
   */
  public static MethodHandle of(Field field) throws ReflectiveOperationException {
    try {
      return LOOKUP.unreflectGetter(field);
    } catch (IllegalAccessException closed) {
      return RawObjects.getter(field);
    }
  }
}
