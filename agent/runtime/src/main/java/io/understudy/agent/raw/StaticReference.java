package io.understudy.agent.raw;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads a static field that holds a reference. A read in Java initialises the class of the field,
 * and waits while another thread does so; this one does neither. Immutable and thread-safe.
 */
public final class StaticReference {
  private static final @Nullable MethodHandle READ =
      RawObjects.UNSAFE == null ? null : RawObjects.UNSAFE.get.get(Object.class);

  private final Object base;
  private final long offset;

  private StaticReference(Object base, long offset) {
    this.base = base;
    this.offset = offset;
  }

  /** Returns the reader of a static field; null if the JVM does not allow it. */
  public static @Nullable StaticReference of(Field field) {
    InternalUnsafe unsafe = RawObjects.UNSAFE;
    if (unsafe == null) {
      return null;
    }
    try {
      Object base = unsafe.staticFieldBase.invoke(field);
      return new StaticReference(base, (long) unsafe.staticFieldOffset.invoke(field));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable refused) {
      return null;
    }
  }

  /** The value; null also before the class has assigned it. */
  public @Nullable Object get() {
    MethodHandle read = READ;
    if (read == null) {
      return null;
    }
    try {
      return (Object) read.invokeExact(base, offset);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
