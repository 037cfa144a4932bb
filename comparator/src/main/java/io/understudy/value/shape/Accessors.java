package io.understudy.value.shape;

import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts that are named, by a field or by a public method, through a handle of its class. The
 * functions are thread-safe; what a method throws they throw on, a checked exception as {@link
 * Unreadable}.
 */
public final class Accessors {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType PLAIN = MethodType.methodType(Object.class, Object.class);

  private Accessors() {}

  /**
   * A record of these parts.
   *
   * @throws Uncapturable when the class has no such part
   */
  static Shape shape(Class<?> type, List<String> names)
      throws Uncapturable, ReflectiveOperationException {
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (String name : names) {
      accessors.add(of(type, name));
    }
    return new AccessorShape(
        type.getName(), Collections.unmodifiableList(new ArrayList<>(names)), accessors);
  }

  /** A record of what the public getters of {@code named} give, in the order of their names. */
  static Shape getters(String typeName, Class<?> named) throws ReflectiveOperationException {
    Map<String, Function<Object, @Nullable Object>> found = new TreeMap<>();
    for (Method method : named.getMethods()) {
      String part = partOf(method);
      if (part != null) {
        found.put(part, through(opened(method)));
      }
    }
    return new AccessorShape(
        typeName,
        Collections.unmodifiableList(new ArrayList<>(found.keySet())),
        new ArrayList<>(found.values()));
  }

  /**
   * Reads one part: a field of that name, the lowest in the hierarchy, or else a getter.
   *
   * @throws Uncapturable when the class has neither
   */
  public static Function<Object, @Nullable Object> of(Class<?> type, String name)
      throws Uncapturable, ReflectiveOperationException {
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          return through(LOOKUP.unreflectGetter(field));
        }
      }
    }
    for (Method method : type.getMethods()) {
      if (isGetter(method) && (method.getName().equals(name) || name.equals(partOf(method)))) {
        return through(opened(method));
      }
    }
    throw new Uncapturable(type.getName() + " has neither a field nor a getter \"" + name + "\"");
  }

  private static boolean isGetter(Method method) {
    return method.getParameterCount() == 0
        && method.getReturnType() != void.class
        && !Modifier.isStatic(method.getModifiers())
        && !method.isBridge()
        && method.getDeclaringClass() != Object.class;
  }

  private static @Nullable String partOf(Method method) {
    String name = method.getName();
    if (!isGetter(method)) {
      return null;
    }
    if (name.startsWith("get") && name.length() > 3) {
      return decapitalised(name.substring(3));
    }
    boolean asks = method.getReturnType() == boolean.class;
    return asks && name.startsWith("is") && name.length() > 2
        ? decapitalised(name.substring(2))
        : null;
  }

  // As the JavaBeans specification has it, 8.8: URL stays URL.
  private static String decapitalised(String name) {
    boolean acronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** A handle of a method that may be declared by a class that is not public. */
  private static MethodHandle opened(Method method) throws IllegalAccessException {
    if (!Origin.isJdk(method.getDeclaringClass())) {
      method.setAccessible(true);
    }
    return LOOKUP.unreflect(method);
  }

  /**
   * A public method without parameters of a library's type.
   *
   * @throws ReflectiveOperationException when there is none of that name
   */
  public static Function<Object, @Nullable Object> method(Class<?> owner, String name)
      throws ReflectiveOperationException {
    return through(opened(owner.getMethod(name)));
  }

  /**
   * A public method with one parameter.
   *
   * @throws ReflectiveOperationException when there is none
   */
  public static BiFunction<Object, Object, @Nullable Object> method(
      Class<?> owner, String name, Class<?> parameter) throws ReflectiveOperationException {
    MethodHandle plain =
        opened(owner.getMethod(name, parameter)).asType(PLAIN.appendParameterTypes(Object.class));
    return (object, argument) -> {
      try {
        return (@Nullable Object) plain.invokeExact(object, argument);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable checked) {
        throw new Unreadable(checked);
      }
    };
  }

  /**
   * A public method whose one parameter is always the same.
   *
   * @throws ReflectiveOperationException when there is none
   */
  public static Function<Object, @Nullable Object> with(
      Class<?> owner, String name, Class<?> parameter, Object argument)
      throws ReflectiveOperationException {
    return through(
        MethodHandles.insertArguments(opened(owner.getMethod(name, parameter)), 1, argument));
  }

  /**
   * What a library's method never gives as null.
   *
   * @throws IllegalStateException when it is null
   */
  public static Object present(@Nullable Object given) {
    if (given == null) {
      throw new IllegalStateException("nothing where the library promises something");
    }
    return given;
  }

  /** A list that a library's method never gives as null. */
  @SuppressWarnings("unchecked") // Everything is an object.
  public static List<Object> list(@Nullable Object given) {
    return (List<Object>) present(given);
  }

  /** A map that a library's method never gives as null. */
  @SuppressWarnings("unchecked") // Everything is an object.
  public static Map<Object, Object> map(@Nullable Object given) {
    return (Map<Object, Object>) present(given);
  }

  /** Calls a handle {@code (owner) -> part}; what is thrown is thrown on, unchecked. */
  public static Function<Object, @Nullable Object> through(MethodHandle handle) {
    MethodHandle plain = handle.asType(PLAIN);
    return object -> {
      try {
        return (@Nullable Object) plain.invokeExact(object);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable checked) {
        throw new Unreadable(checked);
      }
    };
  }

  /** A checked exception, the cause, on its way to where an object counts as unreadable. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Carries no stack trace of its own. */
    public Unreadable(Throwable cause) {
      super(null, cause, false, false);
    }
  }
}
