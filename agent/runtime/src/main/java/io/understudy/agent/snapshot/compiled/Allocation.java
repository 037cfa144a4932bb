package io.understudy.agent.snapshot.compiled;

import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Makes objects without calling the constructors of their class, as deserialisation does: only one
 * of a superclass is called.
 */
public final class Allocation {
  private static final Object[] NONE = {};

  private final Constructor<?> constructor;

  private Allocation(Constructor<?> constructor) {
    this.constructor = constructor;
  }

  /**
   * How to make objects of a class.
   *
   * @param base the superclass whose constructor without parameters is called
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
   * In module jdk.unsupported from 9 on and absent from what {@code --release 8} compiles against,
   * so reached by its name; it does not use Unsafe's access to memory, and does not warn. A modular
   * application may be started without that module: then what is behind it, which {@code
   * JdkPackages} has opened.
   */
  private static Class<?> factories() throws ClassNotFoundException {
    try {
      return Class.forName("sun.reflect.ReflectionFactory");
    } catch (ClassNotFoundException absent) {
      return Class.forName("jdk.internal.reflect.ReflectionFactory");
    }
  }

  /** Makes objects whose own fields are null, zero and false; for {@link CopierParts}. */
  Constructor<?> constructor() {
    return constructor;
  }

  /** An object whose own fields are null, zero and false. */
  public Object make() throws Uncapturable {
    try {
      return constructor.newInstance(NONE);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException thrown) {
      throw new Uncapturable(
          constructor.getDeclaringClass().getName() + " cannot be made without its constructors");
    }
  }
}
