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
 * Functions that read named parts of objects: each part is a field or a public method, read through
 * a method handle. The functions are thread-safe. They pass on what a method throws; a checked
 * exception is wrapped in {@link UnreadableException}.
 */
public final class Accessors {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

  private Accessors() {}

  /**
   * The shape of a record that has these parts.
   *
   * @throws Uncapturable when the class has neither a field nor a getter of one of the names
   */
  static Shape shape(Class<?> type, List<String> names)
      throws Uncapturable, ReflectiveOperationException {
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (String name : names) {
      accessors.add(of(type, name));
    }
    boolean fields = true;
    for (String name : names) {
      fields &= isField(type, name);
    }
    return new AccessorShape(
        type.getName(),
        Collections.unmodifiableList(new ArrayList<>(names)),
        accessors,
        fields ? null : live -> true);
  }

  /** The shape of a record whose parts are the public getters of {@code named}, sorted by name. */
  static Shape getters(String typeName, Class<?> named) throws ReflectiveOperationException {
    Map<String, Function<Object, @Nullable Object>> found = new TreeMap<>();
    for (Method method : named.getMethods()) {
      String part = partName(method);
      if (part != null) {
        found.put(part, through(handle(method)));
      }
    }
    return new AccessorShape(
        typeName,
        Collections.unmodifiableList(new ArrayList<>(found.keySet())),
        new ArrayList<>(found.values()),
        live -> true);
  }

  /**
   * A function that reads one part: the field of that name that is declared closest to the class,
   * or else a getter.
   *
   * @throws Uncapturable when the class has neither
   */
  public static Function<Object, @Nullable Object> of(Class<?> type, String name)
      throws Uncapturable, ReflectiveOperationException {
    Field field = field(type, name);
    if (field != null) {
      field.setAccessible(true);
      return through(LOOKUP.unreflectGetter(field));
    }
    for (Method method : type.getMethods()) {
      if (isGetter(method) && (method.getName().equals(name) || name.equals(partName(method)))) {
        return through(handle(method));
      }
    }
    throw new Uncapturable(type.getName() + " has neither a field nor a getter \"" + name + "\"");
  }

  /** Whether {@link #of} reads the part from a field, without running code of the application. */
  static boolean isField(Class<?> type, String name) {
    return field(type, name) != null;
  }

  private static @Nullable Field field(Class<?> type, String name) {
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
          return field;
        }
      }
    }
    return null;
  }

  private static boolean isGetter(Method method) {
    return method.getParameterCount() == 0
        && method.getReturnType() != void.class
        && !Modifier.isStatic(method.getModifiers())
        && !method.isBridge()
        && method.getDeclaringClass() != Object.class;
  }

  private static @Nullable String partName(Method method) {
    String name = method.getName();
    if (!isGetter(method)) {
      return null;
    }
    if (name.startsWith("get") && name.length() > 3) {
      return decapitalise(name.substring(3));
    }
    boolean isBoolean = method.getReturnType() == boolean.class;
    return isBoolean && name.startsWith("is") && name.length() > 2
        ? decapitalise(name.substring(2))
        : null;
  }

  // JavaBeans specification, section 8.8: "URL" stays "URL".
  private static String decapitalise(String name) {
    boolean acronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The handle of a public method; its class need not be public. */
  private static MethodHandle handle(Method method) throws IllegalAccessException {
    if (!Origin.isJdk(method.getDeclaringClass())) {
      method.setAccessible(true);
    }
    return LOOKUP.unreflect(method);
  }

  /**
   * A function that calls a public method without parameters.
   *
   * @throws ReflectiveOperationException when the type has no such method
   */
  public static Function<Object, @Nullable Object> method(Class<?> owner, String name)
      throws ReflectiveOperationException {
    return through(handle(owner.getMethod(name)));
  }

  /**
   * A function that calls a public method with one parameter.
   *
   * @throws ReflectiveOperationException when the type has no such method
   */
  public static BiFunction<Object, Object, @Nullable Object> method(
      Class<?> owner, String name, Class<?> parameter) throws ReflectiveOperationException {
    MethodHandle untyped =
        handle(owner.getMethod(name, parameter)).asType(GETTER.appendParameterTypes(Object.class));
    return (object, argument) -> {
      try {
        return (@Nullable Object) untyped.invokeExact(object, argument);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable checked) {
        throw new UnreadableException(checked);
      }
    };
  }

  /**
   * A function that calls a public method, always with the same argument.
   *
   * @throws ReflectiveOperationException when the type has no such method
   */
  public static Function<Object, @Nullable Object> with(
      Class<?> owner, String name, Class<?> parameter, Object argument)
      throws ReflectiveOperationException {
    return through(
        MethodHandles.insertArguments(handle(owner.getMethod(name, parameter)), 1, argument));
  }

  /**
   * Returns the argument, which a library's method promises not to be null.
   *
   * @throws IllegalStateException when it is null
   */
  public static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("null, where the library promises a value");
    }
    return value;
  }

  /** As {@link #present}, for a list. */
  @SuppressWarnings("unchecked") // Everything is an object.
  public static List<Object> list(@Nullable Object value) {
    return (List<Object>) present(value);
  }

  /** As {@link #present}, for a map. */
  @SuppressWarnings("unchecked") // Everything is an object.
  public static Map<Object, Object> map(@Nullable Object value) {
    return (Map<Object, Object>) present(value);
  }

  /** A function that calls a handle {@code (owner) -> part} and passes on what it throws. */
  public static Function<Object, @Nullable Object> through(MethodHandle handle) {
    MethodHandle untyped = handle.asType(GETTER);
    return object -> {
      try {
        return (@Nullable Object) untyped.invokeExact(object);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable checked) {
        throw new UnreadableException(checked);
      }
    };
  }

  /** Carries a checked exception, its cause, to the code that marks an object as unreadable. */
  public static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Wraps a checked exception; has no stack trace of its own. */
    public UnreadableException(Throwable cause) {
      super(null, cause, false, false);
    }
  }
}
