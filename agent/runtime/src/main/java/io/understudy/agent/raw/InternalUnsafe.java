package io.understudy.agent.raw;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the JVM's internal Unsafe, as handles that are bound to its only instance. The JIT
 * compiler replaces them by a few instructions.
 *
 * <p>From Java 9 on this is {@code jdk.internal.misc.Unsafe}, whose package {@code JdkPackages}
 * opens. The class of the same name in {@code sun.misc} prints warnings on Java 24 and later,
 * belongs to a module that a modular application may lack, and refuses records. Java 8 has {@code
 * sun.misc.Unsafe} only, and prints no warning. Stateless and thread-safe.
 */
final class InternalUnsafe {
  private final Class<?> type;
  private final Object only;
  private final MethodHandles.Lookup lookup = MethodHandles.lookup();

  private InternalUnsafe(Class<?> type, Object only) {
    this.type = type;
    this.only = only;
  }

  /** Returns it; null if the JVM does not give it to this module. */
  static @Nullable InternalUnsafe find() {
    try {
      Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
      return new InternalUnsafe(type, type.getMethod("getUnsafe").invoke(null));
    } catch (ClassNotFoundException java8) {
      return ofJava8();
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }

  private static @Nullable InternalUnsafe ofJava8() {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field only = type.getDeclaredField("theUnsafe");
      only.setAccessible(true);
      return new InternalUnsafe(type, only.get(null));
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return null;
    }
  }

  /** Returns {@code (Class) -> Object}; it initialises the class, and calls no constructor. */
  MethodHandle allocateInstance() throws ReflectiveOperationException {
    return bound("allocateInstance", Object.class, Class.class);
  }

  /** Returns {@code (Class) -> boolean}. */
  MethodHandle shouldBeInitialized() throws ReflectiveOperationException {
    return bound("shouldBeInitialized", boolean.class, Class.class);
  }

  /** Returns {@code (Field) -> Object}, the holder of a static field; initialises no class. */
  MethodHandle staticFieldBase() throws ReflectiveOperationException {
    return bound("staticFieldBase", Object.class, Field.class);
  }

  /** Returns {@code (Field) -> long}, the place of a static field in its holder. */
  MethodHandle staticFieldOffset() throws ReflectiveOperationException {
    return bound("staticFieldOffset", long.class, Field.class);
  }

  /** Returns {@code (Object, long) -> Object}, which reads a reference as a volatile field. */
  MethodHandle get() throws ReflectiveOperationException {
    try {
      return bound("getReferenceVolatile", Object.class, Object.class, long.class);
    } catch (NoSuchMethodException olderThan12) {
      return bound("getObjectVolatile", Object.class, Object.class, long.class);
    }
  }

  /** Returns {@code (Object, long) -> value}, which reads a primitive value. */
  MethodHandle get(Class<?> value) throws ReflectiveOperationException {
    String name = value.getName();
    String method = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return bound(method, value, Object.class, long.class);
  }

  /** Returns {@code (Field) -> long}; for instance fields of every class, also of records. */
  MethodHandle objectFieldOffset() throws ReflectiveOperationException {
    return bound("objectFieldOffset", long.class, Field.class);
  }

  /**
   * Returns {@code (Object, long, value) -> void}, which writes without any check.
   *
   * @param value a primitive type, or {@code Object}
   */
  MethodHandle put(Class<?> value) throws ReflectiveOperationException {
    if (value == Object.class) {
      try {
        return bound("putReference", void.class, Object.class, long.class, value);
      } catch (NoSuchMethodException olderThan12) {
        return bound("putObject", void.class, Object.class, long.class, value);
      }
    }
    String name = value.getName();
    String method = "put" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return bound(method, void.class, Object.class, long.class, value);
  }

  private MethodHandle bound(String name, Class<?> result, Class<?>... parameters)
      throws ReflectiveOperationException {
    return lookup.findVirtual(type, name, MethodType.methodType(result, parameters)).bindTo(only);
  }
}
