package io.understudy.agent.snapshot.jdk.layout;

import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields and constructors of a JDK class and of its nodes. If one is missing in this JVM,
 * it remembers the name, so that {@link #check} refuses the copy before anything is read. Used by
 * static initialisers only.
 */
public final class Layout {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> owner;
  private @Nullable String missing;

  /** Creates the layout of a collection or map class of the JDK. */
  public Layout(Class<?> owner) {
    this.owner = owner;
  }

  /**
   * Checks that everything was found.
   *
   * @param type the class to copy, for the reason
   * @throws Uncapturable if this JVM has another layout, or does not open it
   */
  public void check(Class<?> type) throws Uncapturable {
    if (missing != null) {
      throw new Uncapturable(
          type.getName() + " cannot be copied: this JVM does not open " + missing);
    }
  }

  /** A class that is nested in the owner; {@code Object} if it is missing. */
  public Class<?> inner(String name) {
    Class<?> inner = JdkFields.inner(owner, name);
    if (inner == null) {
      missing = owner.getName() + "$" + name;
      return Object.class;
    }
    return inner;
  }

  /** The handle {@code (Object) -> as} that reads a field. */
  public MethodHandle getter(Class<?> of, String name, Class<?> as) {
    MethodType type = MethodType.methodType(as, Object.class);
    Field field = field(of, name);
    try {
      if (field != null) {
        return LOOKUP.unreflectGetter(field).asType(type);
      }
    } catch (IllegalAccessException closed) {
      missing = of.getName() + "." + name;
    }
    return unusable(type);
  }

  /** The handle {@code (Object, as) -> void} that writes a field, also a final one. */
  public MethodHandle setter(Class<?> of, String name, Class<?> as) {
    MethodType type = MethodType.methodType(void.class, Object.class, as);
    Field field = field(of, name);
    try {
      if (field != null) {
        return LOOKUP.unreflectSetter(field).asType(type);
      }
    } catch (IllegalAccessException closed) {
      missing = of.getName() + "." + name;
    }
    return unusable(type);
  }

  /** The handle of a constructor; its references are all of type {@code Object}. */
  public MethodHandle maker(Class<?> of, Class<?>... parameters) {
    MethodType type = MethodType.methodType(Object.class, parameters).erase();
    try {
      if (missing == null && JdkFields.isOpen(of)) {
        Constructor<?> constructor = of.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return LOOKUP.unreflectConstructor(constructor).asType(type);
      }
    } catch (ReflectiveOperationException | RuntimeException other) {
      // Reported below.
    }
    missing = missing == null ? "the constructor of " + of.getName() : missing;
    return unusable(type);
  }

  /** A field that holds a reference. */
  public RefField ref(Class<?> of, String name) {
    return new RefField(getter(of, name, Object.class), setter(of, name, Object.class));
  }

  /** A field that holds an int. */
  public IntField number(Class<?> of, String name) {
    return new IntField(getter(of, name, int.class), setter(of, name, int.class));
  }

  private @Nullable Field field(Class<?> of, String name) {
    Field field = JdkFields.of(of, name);
    if (field == null && missing == null) {
      missing = of.getName() + "." + name;
    }
    return field;
  }

  // Never called, because check() refuses first.
  private static MethodHandle unusable(MethodType type) {
    MethodHandle thrower =
        MethodHandles.throwException(type.returnType(), IllegalStateException.class)
            .bindTo(new IllegalStateException("the layout was not checked"));
    return MethodHandles.dropArguments(thrower, 0, type.parameterArray());
  }

  /** Rethrows what a handle has thrown. */
  static RuntimeException thrown(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return thrown instanceof RuntimeException
        ? (RuntimeException) thrown
        : new IllegalStateException(thrown);
  }
}
