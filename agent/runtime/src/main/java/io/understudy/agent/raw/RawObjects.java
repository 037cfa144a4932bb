package io.understudy.agent.raw;

import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects without any constructor, also that of {@code Object}, so that the JVM registers no
 * finalizer for them. Writes fields that reflection cannot set: final fields of records and of
 * hidden classes. No code of the application runs, and no check either: callers must pass objects
 * of the right class. Thread-safe.
 */
public final class RawObjects {
  static final @Nullable InternalUnsafe UNSAFE = InternalUnsafe.find();

  /**
   * {@code (Class) -> Object}: makes an object of an initialised class. A constant handle, so the
   * JIT compiler turns the call into an allocation. It throws if the JVM refused the means.
   */
  public static final MethodHandle ALLOCATE = allocate();

  private static final @Nullable MethodHandle MUST_INITIALIZE =
      UNSAFE == null ? null : UNSAFE.shouldBeInitialized;

  private RawObjects() {}

  /** Whether the JVM allows this class to work. Loads what it needs. */
  public static boolean isAvailable() {
    return UNSAFE != null;
  }

  private static MethodHandle allocate() {
    return UNSAFE == null
        ? MethodHandles.dropArguments(
            MethodHandles.throwException(Object.class, Uncapturable.class)
                .bindTo(new Uncapturable("the JVM does not let the agent make objects")),
            0,
            Class.class)
        : UNSAFE.allocateInstance;
  }

  /**
   * Whether the static initialiser of the class has returned. Until then another thread may be
   * running it, and making an object would wait for that thread.
   */
  public static boolean isInitialized(Class<?> type) {
    try {
      return MUST_INITIALIZE != null && !(boolean) MUST_INITIALIZE.invokeExact(type);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Makes an object whose fields are null, zero and false.
   *
   * @param type an {@linkplain #isInitialized initialised} class that is not abstract
   * @throws Uncapturable if the JVM does not allow it
   */
  public static Object make(Class<?> type) throws Uncapturable {
    try {
      return (Object) ALLOCATE.invokeExact(type);
    } catch (Uncapturable | RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new Uncapturable(type.getName() + " cannot be made without its constructors");
    }
  }

  /**
   * Returns {@code (owner, type) -> void}, which sets an instance field, also a final one of a
   * record or of a hidden class.
   *
   * @throws ReflectiveOperationException if the JVM does not allow it
   */
  public static MethodHandle setter(Field field) throws ReflectiveOperationException {
    if (UNSAFE == null) {
      throw new IllegalAccessException("the JVM does not let the agent write fields");
    }
    Class<?> type = field.getType();
    MethodHandle put =
        Objects.requireNonNull(UNSAFE.put.get(type.isPrimitive() ? type : Object.class));
    return MethodHandles.insertArguments(put, 1, offset(UNSAFE, field))
        .asType(MethodType.methodType(void.class, field.getDeclaringClass(), type));
  }

  /**
   * Returns {@code (owner) -> type}, which reads an instance field, also of a class whose package
   * is not open.
   *
   * @throws ReflectiveOperationException if the JVM does not allow it
   */
  static MethodHandle getter(Field field) throws ReflectiveOperationException {
    if (UNSAFE == null) {
      throw new IllegalAccessException("the JVM does not let the agent read fields");
    }
    Class<?> type = field.getType();
    MethodHandle get =
        Objects.requireNonNull(UNSAFE.get.get(type.isPrimitive() ? type : Object.class));
    return MethodHandles.insertArguments(get, 1, offset(UNSAFE, field))
        .asType(MethodType.methodType(type, field.getDeclaringClass()));
  }

  private static long offset(InternalUnsafe unsafe, Field field)
      throws ReflectiveOperationException {
    try {
      return (long) unsafe.objectFieldOffset.invokeExact(field);
    } catch (ReflectiveOperationException | RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
