package io.understudy.agent.raw;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the JVM's internal Unsafe, as handles that are bound to its only instance. The JIT
 * compiler replaces them by a few instructions.
 *
 * <p>From Java 9 on this is {@code jdk.internal.misc.Unsafe}, whose package {@code JdkPackages}
 * opens. The class of the same name in {@code sun.misc} prints warnings on Java 24 and later,
 * belongs to a module that a modular application may lack, and refuses records. Java 8 has {@code
 * sun.misc.Unsafe} only, and prints no warning.
 *
 * <p>All handles are found at once, while no code of the application is running: a security manager
 * would ask for its permission. Immutable and thread-safe.
 */
final class InternalUnsafe {
  private static final Class<?>[] VALUES = {
    boolean.class,
    byte.class,
    short.class,
    char.class,
    int.class,
    long.class,
    float.class,
    double.class,
    Object.class
  };

  /** {@code (Class) -> Object}: initialises the class, and calls no constructor. */
  final MethodHandle allocateInstance;

  /** {@code (Class) -> boolean}. */
  final MethodHandle shouldBeInitialized;

  /** {@code (Field) -> long}: for instance fields of every class, also of records. */
  final MethodHandle objectFieldOffset;

  /** {@code (Field) -> Object}: the holder of a static field; initialises no class. */
  final MethodHandle staticFieldBase;

  /** {@code (Field) -> long}: the place of a static field in its holder. */
  final MethodHandle staticFieldOffset;

  /**
   * {@code (Object, long) -> value} by the type of the value, which is primitive or {@code Object}:
   * reads without any check; references as those of volatile fields.
   */
  final Map<Class<?>, MethodHandle> get = new HashMap<>();

  /**
   * {@code (Object, long, value) -> void} by the type of the value, which is primitive or {@code
   * Object}: writes without any check.
   */
  final Map<Class<?>, MethodHandle> put = new HashMap<>();

  private InternalUnsafe(Class<?> type, Object only) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Finder of =
        (name, result, parameters) ->
            lookup.findVirtual(type, name, MethodType.methodType(result, parameters)).bindTo(only);
    allocateInstance = of.find("allocateInstance", Object.class, Class.class);
    shouldBeInitialized = of.find("shouldBeInitialized", boolean.class, Class.class);
    objectFieldOffset = of.find("objectFieldOffset", long.class, Field.class);
    staticFieldBase = of.find("staticFieldBase", Object.class, Field.class);
    staticFieldOffset = of.find("staticFieldOffset", long.class, Field.class);
    String reference = hasReferences(type) ? "Reference" : "Object";
    for (Class<?> value : VALUES) {
      String name = value.getSimpleName();
      String suffix =
          value == Object.class
              ? reference
              : Character.toUpperCase(name.charAt(0)) + name.substring(1);
      String read = value == Object.class ? suffix + "Volatile" : suffix;
      get.put(value, of.find("get" + read, value, Object.class, long.class));
      put.put(value, of.find("put" + suffix, void.class, Object.class, long.class, value));
    }
  }

  /** Finds a method and binds it to the only instance. */
  private interface Finder {
    MethodHandle find(String name, Class<?> result, Class<?>... parameters)
        throws ReflectiveOperationException;
  }

  // The methods for references had other names before Java 12.
  private static boolean hasReferences(Class<?> type) {
    try {
      type.getMethod("putReference", Object.class, long.class, Object.class);
      return true;
    } catch (NoSuchMethodException older) {
      return false;
    }
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
}
