package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ConcurrentModificationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of JDK classes that other threads may be writing, one by one, in order. Thread-safe.
 */
public final class RacyReads {
  private static final MethodType REFERENCE = MethodType.methodType(Object.class, Object.class);
  private static final MethodType NUMBER = MethodType.methodType(int.class, Object.class);

  /** How often something that changes is read before that is given up. */
  private static final int TRIES = 8;

  private static final AtomicInteger FENCE = new AtomicInteger();

  private RacyReads() {}

  /** A field that holds a reference. */
  public static final class Ref {
    private final MethodHandle getter;

    Ref(MethodHandle getter) {
      this.getter = getter.asType(REFERENCE);
    }

    /** What the field of an object holds. */
    public @Nullable Object of(Object owner) {
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

    /** What the field of an object holds. */
    public int of(Object owner) {
      try {
        return (int) getter.invokeExact(owner);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** A field of a JDK class; null where there is none of that name, or it may not be read. */
  public static @Nullable Ref ref(Class<?> owner, String name) {
    MethodHandle getter = JdkFields.getter(owner, name);
    return getter == null ? null : new Ref(getter);
  }

  /** An int field of a JDK class; null where there is none of that name, or it may not be read. */
  public static @Nullable Int number(Class<?> owner, String name) {
    MethodHandle getter = JdkFields.getter(owner, name);
    return getter == null ? null : new Int(getter);
  }

  /**
   * Reads before here are done before reads after here. By a write and a read that everybody sees,
   * since fences came with Java 9.
   */
  public static void fence() {
    FENCE.getAndSet(0);
  }

  /**
   * The first thing that is read whole.
   *
   * @param once gives null where somebody wrote meanwhile
   * @throws ConcurrentModificationException when it is written all the time
   */
  public static <T> T whole(Supplier<@Nullable T> once) {
    for (int i = 0; i < TRIES; i++) {
      T read = once.get();
      if (read != null) {
        return read;
      }
    }
    throw new ConcurrentModificationException();
  }
}
