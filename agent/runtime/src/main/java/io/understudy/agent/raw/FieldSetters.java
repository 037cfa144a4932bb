package io.understudy.agent.raw;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;

/** Finds handles that set instance fields, by the language's means where these suffice. */
public final class FieldSetters {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private FieldSetters() {}

  /**
   * Returns {@code (owner, type) -> void}.
   *
   * @param field an opened instance field
   * @throws ReflectiveOperationException if the JVM does not allow setting it
   */
  public static MethodHandle of(Field field) throws ReflectiveOperationException {
    try {
      return LOOKUP.unreflectSetter(field);
    } catch (IllegalAccessException finalOfRecord) {
      return RawObjects.setter(field);
    }
  }
}
