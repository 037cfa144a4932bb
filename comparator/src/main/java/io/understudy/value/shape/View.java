package io.understudy.value.shape;

import io.understudy.value.InstanceFields;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.StateFields;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user's instruction how to read the objects of a class. Immutable. */
public final class View {
  /** Classes that the walks read without looking up a shape. Users write rules for them instead. */
  private static final Set<String> BUILT_IN =
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
  private final ShapeMaker maker;

  private View(String text, ShapeMaker maker) {
    this.text = text;
    this.maker = maker;
  }

  /** Makes the shape of a class. */
  private interface ShapeMaker {
    Shape shape(Class<?> type, Class<?> named, Shapes shapes)
        throws Uncapturable, ReflectiveOperationException;
  }

  /**
   * The shape of a class with this view; opaque if the view does not fit the class.
   *
   * @param named the class or supertype for which the user gave the view
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
   * Checks that a class of this name can have a view.
   *
   * @throws IllegalArgumentException when the text is not a class name, or names a built-in value
   *     type of the JDK
   */
  public static void check(String className) {
    if (BUILT_IN.contains(className)) {
      throw new IllegalArgumentException(
          className + " cannot have a view; use a rule for the places where it occurs");
    }
    if (className.isEmpty() || className.startsWith("[") || className.contains("/")) {
      throw new IllegalArgumentException(
          "\"" + className + "\" is not a class name such as com.acme.Geo or com.acme.Map$Point");
    }
  }

  /** Reads an object as the text that its {@code toString} returns. */
  public static View asString() {
    return new View(
        "as its toString",
        (type, named, shapes) ->
            ScalarShape.changing(
                type, Scalar.TEXT, Object::toString, Object::toString, live -> true));
  }

  /** Reads an object as one immutable value, compared by its own {@code equals}. */
  public static View asEquals() {
    return new View("by its equals", (type, named, shapes) -> new EqualsShape(type.getName()));
  }

  /**
   * Reads an object as a record of fields or getters.
   *
   * @throws IllegalArgumentException when the list is empty or contains a duplicate
   */
  public static View parts(List<String> names) {
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("parts must be named, each once, not " + names);
    }
    return new View("by " + names, (type, named, shapes) -> Accessors.shape(type, names));
  }

  /** Reads an object as a record of the public getters of the named class. */
  public static View getters() {
    return new View(
        "by getters", (type, named, shapes) -> Accessors.getters(type.getName(), named));
  }

  /** Reads an object as a record of its fields. */
  public static View fields() {
    return new View(
        "by fields",
        (type, named, shapes) ->
            RecordShape.of(type, StateFields.ofRecord(InstanceFields.opened(type)), shapes));
  }

  /** Reads an object as one of its parts. */
  public static View content(String part) {
    return new View(
        "as its " + part,
        (type, named, shapes) ->
            new StandInShape(
                type.getName(),
                Accessors.of(type, part),
                Accessors.isField(type, part) ? null : live -> true));
  }

  /** Reads an object as the result of a function; null counts as an empty Optional. */
  public static View function(Function<Object, ? extends @Nullable Object> function) {
    return new View(
        "by a function",
        (type, named, shapes) -> new StandInShape(type.getName(), function::apply, live -> true));
  }

  /**
   * Reads an object as the result of a function of this class. The class is loaded through the
   * loader of the object's class when the first object is read.
   */
  public static View functionClass(String className) {
    return new View(
        "by " + className,
        (type, named, shapes) ->
            new StandInShape(
                type.getName(), new LateFunction(className, type.getClassLoader()), live -> true));
  }

  /**
   * A function of a class that is loaded and created when the first object is read: its initialiser
   * and its constructor must not run on a thread of the application. Holds the loader of the class
   * whose shape it belongs to.
   */
  private static final class LateFunction implements Function<Object, @Nullable Object> {
    private final String className;
    private final @Nullable ClassLoader loader;
    private volatile @Nullable Function<Object, @Nullable Object> found;

    LateFunction(String className, @Nullable ClassLoader loader) {
      this.className = className;
      this.loader = loader;
    }

    @Override
    public @Nullable Object apply(Object live) {
      Function<Object, @Nullable Object> function = found;
      if (function == null) {
        function = find(live);
        found = function;
      }
      return function.apply(live);
    }

    private Function<Object, @Nullable Object> find(Object live) {
      try {
        return instance(className, loader);
      } catch (Uncapturable unreadable) {
        throw new Accessors.UnreadableException(unreadable);
      } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
        throw new Accessors.UnreadableException(
            new Uncapturable(
                live.getClass().getName()
                    + " cannot be seen by "
                    + className
                    + ": "
                    + impossible.getClass().getName()));
      }
    }
  }

  @SuppressWarnings("unchecked") // A wrong type throws ClassCastException, which is handled.
  private static Function<Object, @Nullable Object> instance(
      String className, @Nullable ClassLoader loader)
      throws Uncapturable, ReflectiveOperationException {
    Object function = Class.forName(className, true, loader).getConstructor().newInstance();
    if (!(function instanceof Function)) {
      throw new Uncapturable(className + " does not implement java.util.function.Function");
    }
    return (Function<Object, @Nullable Object>) function;
  }

  /** Completes the sentence "the class is seen …", for example "by getters". */
  @Override
  public String toString() {
    return text;
  }
}
