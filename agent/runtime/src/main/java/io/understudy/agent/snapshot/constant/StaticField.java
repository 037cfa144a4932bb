package io.understudy.agent.snapshot.constant;

import io.understudy.agent.raw.RawObjects;
import io.understudy.agent.raw.StaticReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** A static field that may hold a constant. Immutable. */
final class StaticField {
  private final Field field;
  private final StaticReference value;

  private StaticField(Field field, StaticReference value) {
    this.field = field;
    this.value = value;
  }

  /** Takes a static field that holds a reference; null if the JVM does not let it be read. */
  static @Nullable StaticField of(Field field) {
    StaticReference value = StaticReference.of(field);
    return value == null ? null : new StaticField(field, value);
  }

  /** The value; null before the class has assigned it. */
  @Nullable Object read() {
    return value.get();
  }

  /** Whether the value stays the same from now on. */
  boolean isSettled() {
    return Modifier.isFinal(field.getModifiers())
        && RawObjects.isInitialized(field.getDeclaringClass());
  }

  /** The class that declares it. */
  Class<?> owner() {
    return field.getDeclaringClass();
  }

  /** Whether it has the name that compilers give to the only object of a class. */
  boolean isSingleton() {
    return field.getName().equals("INSTANCE") || field.getName().equals("MODULE$");
  }

  /** The name for reasons, such as {@code com.acme.Status.PAID}. */
  String name() {
    return field.getDeclaringClass().getName() + "." + field.getName();
  }
}
