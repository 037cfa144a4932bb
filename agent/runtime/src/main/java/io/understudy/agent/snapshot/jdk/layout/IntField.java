package io.understudy.agent.snapshot.jdk.layout;

import java.lang.invoke.MethodHandle;

/** A field of a JDK class that holds an int. Immutable and thread-safe. */
public final class IntField {
  private final MethodHandle getter;
  private final MethodHandle setter;

  IntField(MethodHandle getter, MethodHandle setter) {
    this.getter = getter;
    this.setter = setter;
  }

  /** Reads the field of an object. */
  public int get(Object owner) {
    try {
      return (int) getter.invokeExact(owner);
    } catch (Throwable thrown) {
      throw Layout.thrown(thrown);
    }
  }

  /** Writes the field of an object that no other thread uses. */
  public void set(Object owner, int value) {
    try {
      setter.invokeExact(owner, value);
    } catch (Throwable thrown) {
      throw Layout.thrown(thrown);
    }
  }
}
