package io.understudy.value.shape;

import io.understudy.value.InstanceFields;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One way in which a user says that a class is seen. Prints as it would be said. Immutable. */
public final class View {
  /** What the walks know without asking for a shape; rules serve for these. */
  private static final Set<String> OWN =
      new HashSet<>(
          Arrays.asList(
              "java.lang.Object",
              "java.lang.String",
              "java.lang.Boolean",
              "java.lang.Character",
              "java.lang.Byte",
              "java.lang.Short",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Float",
              "java.lang.Double",
              "java.math.BigInteger",
              "java.math.BigDecimal",
              "java.time.LocalDate",
              "java.lang.Enum"));

  private final String text;
  private final Maker maker;

  private View(String text, Maker maker) {
    this.text = text;
    this.maker = maker;
  }

  /** Makes the shape of a class. */
  private interface Maker {
    Shape shape(Class<?> type, Class<?> named, Shapes shapes)
        throws Uncapturable, ReflectiveOperationException;
  }

  /**
   * The shape of a class that this is said of; opaque where what is said cannot be done.
   *
   * @param named the class itself or the supertype that is named
   */
  Shape shape(Class<?> type, Class<?> named, Shapes shapes) {
    try {
      return maker.shape(type, named, shapes);
    } catch (Uncapturable unreadable) {
      return new OpaqueShape(type.getName(), unreadable.reason());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
      return new OpaqueShape(
          type.getName(),
          type.getName() + " cannot be seen " + this + ": " + impossible.getClass().getName());
    }
  }

  /**
   * Refuses the name of a class that nothing can be said of.
   *
   * @throws IllegalArgumentException when it is no class name, or one of the JDK's basic values
   */
  public static void check(String className) {
    if (OWN.contains(className)) {
      throw new IllegalArgumentException(
          className + " is always seen as what it is; use a rule for the places where it stands");
    }
    if (className.isEmpty() || className.startsWith("[") || className.contains("/")) {
      throw new IllegalArgumentException(
          "\"" + className + "\" is not a class name such as com.acme.Geo or com.acme.Map$Point");
    }
  }

  /** Sees an object as the text that its {@code toString} gives. */
  public static View asString() {
    return new View(
        "as its toString",
        (type, named, shapes) ->
            ScalarShape.changing(type, Scalar.TEXT, Object::toString, Object::toString));
  }

  /** Sees an object as one immutable value, compared by its own {@code equals}. */
  public static View asEquals() {
    return new View("by its equals", (type, named, shapes) -> new EqualsShape(type.getName()));
  }

  /**
   * Sees an object as a record of fields or getters.
   *
   * @throws IllegalArgumentException when there is no name, or one name twice
   */
  public static View parts(List<String> names) {
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("parts must be named, each once, not " + names);
    }
    return new View("by " + names, (type, named, shapes) -> Accessors.shape(type, names));
  }

  /** Sees an object as a record of the public getters of the class named. */
  public static View getters() {
    return new View(
        "by getters", (type, named, shapes) -> Accessors.getters(type.getName(), named));
  }

  /** Sees an object as a record of its fields. */
  public static View fields() {
    return new View(
        "by fields",
        (type, named, shapes) ->
            RecordShape.of(type, RecordFields.parts(InstanceFields.opened(type)), shapes));
  }

  /** Sees an object as one part of it. */
  public static View content(String part) {
    return new View(
        "as its " + part,
        (type, named, shapes) -> new StandInShape(type.getName(), Accessors.of(type, part)));
  }

  /** Sees an object as the result of a function; a null result counts as an empty Optional. */
  public static View function(Function<Object, ? extends @Nullable Object> function) {
    return new View(
        "by a function",
        (type, named, shapes) -> new StandInShape(type.getName(), function::apply));
  }

  /**
   * Sees an object as the result of a function of this class, which is loaded by the loader of the
   * class seen when that is met.
   */
  public static View functionClass(String className) {
    return new View(
        "by " + className,
        (type, named, shapes) ->
            new StandInShape(type.getName(), made(className, type.getClassLoader())));
  }

  @SuppressWarnings("unchecked") // What it is not made for it throws on, which is handled.
  private static Function<Object, @Nullable Object> made(
      String className, @Nullable ClassLoader loader)
      throws Uncapturable, ReflectiveOperationException {
    Object function = Class.forName(className, true, loader).getConstructor().newInstance();
    if (!(function instanceof Function)) {
      throw new Uncapturable(className + " does not implement java.util.function.Function");
    }
    return (Function<Object, @Nullable Object>) function;
  }

  @Override
  public String toString() {
    return text;
  }
}
