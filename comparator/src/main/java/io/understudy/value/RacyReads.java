package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ConcurrentModificationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of JDK classes while other threads may write them. Keeps the order of the reads.
 * Thread-safe.
 */
public final class RacyReads {
  private static final MethodType REFERENCE = MethodType.methodType(Object.class, Object.class);
  private static final MethodType NUMBER = MethodType.methodType(int.class, Object.class);

  /** How often an object that changes is read before the read fails. */
  private static final int TRIES = 8;

  private static final AtomicInteger FENCE = new AtomicInteger();

  private RacyReads() {}

  /** A field that holds a reference. */
  public static final class Ref {
    private final MethodHandle getter;

    Ref(MethodHandle getter) {
      this.getter = getter.asType(REFERENCE);
    }

    /** The value of the field of {@code owner}. */
    public @Nullable Object get(Object owner) {
      try {
        return (@Nullable Object) getter.invokeExact(owner);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** A field that holds an int. */
  public static final class Int {
    private final MethodHandle getter;

    Int(MethodHandle getter) {
      this.getter = getter.asType(NUMBER);
    }

    /** The value of the field of {@code owner}. */
    public int get(Object owner) {
      try {
        return (int) getter.invokeExact(owner);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** A reference field of a JDK class; null if there is none, or it may not be read. */
  public static @Nullable Ref refField(Class<?> owner, String name) {
    MethodHandle getter = JdkFields.getter(owner, name);
    return getter == null ? null : new Ref(getter);
  }

  /** A reference field of a class of the application; null if there is none. */
  public static @Nullable Ref fieldOfLibrary(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) {
        return null;
      }
      field.setAccessible(true);
      return new Ref(MethodHandles.lookup().unreflectGetter(field));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
      return null;
    }
  }

  /** An int field of a JDK class; null if there is none, or it may not be read. */
  public static @Nullable Int intField(Class<?> owner, String name) {
    MethodHandle getter = JdkFields.getter(owner, name);
    return getter == null ? null : new Int(getter);
  }

  /**
   * Prevents reads before this call from moving after it, and the reverse. Uses an atomic write,
   * because fences exist only since Java 9.
   */
  public static void fence() {
    FENCE.getAndSet(0);
  }

  /**
   * Repeats a read until it is consistent, eight times at most.
   *
   * @param once reads once; returns null if another thread wrote meanwhile
   * @throws ConcurrentModificationException when no read was consistent
   */
  public static <T> T readConsistently(Supplier<@Nullable T> once) {
    for (int i = 0; i < TRIES; i++) {
      T read = once.get();
      if (read != null) {
        return read;
      }
    }
    throw new ConcurrentModificationException();
  }
}
