package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.raw.RawObjects;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Makes objects of one class without its constructors. Thread-safe. */
public final class Allocation {
  private static final Object[] NONE = {};

  private final Class<?> type;

  /** Runs the constructor of a superclass in the JDK; null if no constructor runs. */
  private final @Nullable Constructor<?> base;

  /** Racy: once true, it stays true. */
  private boolean initialized;

  private Allocation(Class<?> type, @Nullable Constructor<?> base) {
    this.type = type;
    this.base = base;
  }

  /**
   * Prepares to make objects of a class. No constructor runs, also not that of {@code Object}.
   *
   * @param type a class that is not abstract
   * @throws Uncapturable if the JVM does not allow it
   */
  public static Allocation of(Class<?> type) throws Uncapturable {
    if (!RawObjects.isAvailable() || Modifier.isAbstract(type.getModifiers())) {
      throw new Uncapturable(type.getName() + " cannot be made without its constructors");
    }
    return new Allocation(type, null);
  }

  /**
   * Prepares to make objects of a class that extends one of the JDK.
   *
   * @param base the superclass whose constructor without parameters runs
   * @throws Uncapturable if the JVM does not allow it
   */
  public static Allocation of(Class<?> type, Class<?> base) throws Uncapturable {
    if (base == Object.class) {
      return of(type);
    }
    try {
      Class<?> factories = Class.forName("sun.reflect.ReflectionFactory");
      Method make =
          factories.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
      Object factory = factories.getMethod("getReflectionFactory").invoke(null);
      return new Allocation(
          type, (Constructor<?>) make.invoke(factory, type, base.getDeclaredConstructor()));
    } catch (ReflectiveOperationException | RuntimeException thrown) {
      throw new Uncapturable(
          type.getName() + " cannot be made without its constructors: " + thrown.getClass());
    }
  }

  /**
   * Makes an object whose own fields are null, zero and false.
   *
   * @throws Uncapturable if the JVM does not allow it, or the static initialiser of the class has
   *     not returned yet
   */
  public Object make() throws Uncapturable {
    if (!initialized) {
      // A thread that runs the initialiser may wait for this one.
      if (!RawObjects.isInitialized(type)) {
        throw new Uncapturable(type.getName() + " is not initialised yet");
      }
      initialized = true;
    }
    return base == null ? RawObjects.make(type) : byConstructor(base);
  }

  private static Object byConstructor(Constructor<?> base) throws Uncapturable {
    try {
      return base.newInstance(NONE);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException thrown) {
      throw new Uncapturable(
          base.getDeclaringClass().getName() + " cannot be made without its constructors");
    }
  }
}
