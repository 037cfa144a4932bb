package io.understudy.agent.snapshot.jdk.layout;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A field of a JDK class that holds a reference. Immutable and thread-safe. */
public final class RefField {
  private final MethodHandle getter;
  private final MethodHandle setter;

  RefField(MethodHandle getter, MethodHandle setter) {
    this.getter = getter;
    this.setter = setter;
  }

  /** Reads the field of an object. */
  public @Nullable Object get(Object owner) {
    try {
      return (Object) getter.invokeExact(owner);
    } catch (Throwable thrown) {
      throw Layout.thrown(thrown);
    }
  }

  /** Writes the field of an object that no other thread uses. */
  public void set(Object owner, @Nullable Object value) {
    try {
      setter.invokeExact(owner, (Object) value);
    } catch (Throwable thrown) {
      throw Layout.thrown(thrown);
    }
  }
}
