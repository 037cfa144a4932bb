package io.understudy.agent.snapshot.compiled;

import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Makes objects without the constructors of their class, as deserialisation does: only the
 * constructor of a superclass runs. Immutable and thread-safe.
 */
public final class Allocation {
  private static final Object[] NONE = {};

  private final Constructor<?> constructor;

  private Allocation(Constructor<?> constructor) {
    this.constructor = constructor;
  }

  /**
   * Prepares to make objects of a class.
   *
   * @param base the superclass whose constructor without parameters runs
   * @throws Uncapturable if the JVM does not allow it
   */
  public static Allocation of(Class<?> type, Class<?> base) throws Uncapturable {
    try {
      Class<?> factories = factories();
      Method make =
          factories.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
      Object factory = factories.getMethod("getReflectionFactory").invoke(null);
      return new Allocation(
          (Constructor<?>) make.invoke(factory, type, base.getDeclaredConstructor()));
    } catch (ReflectiveOperationException | RuntimeException thrown) {
      throw new Uncapturable(
          type.getName() + " cannot be made without its constructors: " + thrown.getClass());
    }
  }

  /**
   * The class is in module jdk.unsupported from Java 9 on, and {@code --release 8} does not compile
   * against it, so this looks it up by name. It does not use the memory access of Unsafe, so the
   * JVM prints no warning. If a modular application runs without that module, this uses the
   * internal class behind it, whose package {@code JdkPackages} opens.
   */
  private static Class<?> factories() throws ClassNotFoundException {
    try {
      return Class.forName("sun.reflect.ReflectionFactory");
    } catch (ClassNotFoundException absent) {
      return Class.forName("jdk.internal.reflect.ReflectionFactory");
    }
  }

  /**
   * Returns the constructor of objects whose own fields are null, zero and false; for {@link
   * CopierParts}.
   */
  Constructor<?> constructor() {
    return constructor;
  }

  /** Makes an object whose own fields are null, zero and false. */
  public Object make() throws Uncapturable {
    try {
      return constructor.newInstance(NONE);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException thrown) {
      throw new Uncapturable(
          constructor.getDeclaringClass().getName() + " cannot be made without its constructors");
    }
  }
}
