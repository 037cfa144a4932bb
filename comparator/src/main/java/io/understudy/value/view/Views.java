package io.understudy.value.view;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.Shapes;
import io.understudy.value.shape.View;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How classes are read: the standard shapes, and the views that a user gives for some classes.
 *
 * <p>The view of a class applies to its subclasses, and that of an interface to the classes that
 * implement it. The closest view applies; a class is closer than an interface. Two rules are
 * stronger. A proxy of a persistence library is always read as the entity that it has loaded, and
 * its methods are never called. An object that can be read only once stays opaque unless the view
 * names its exact class.
 *
 * <p>Immutable and thread-safe. Keep the instance, because it finds the shape of each class once.
 * It does not prevent classes from being unloaded, except the classes of the functions that it is
 * given.
 */
public final class Views {
  private static final Views STANDARD = new Views(Collections.emptyMap(), null);

  private final Map<String, View> views;

  /** Null for the standard shapes, which are created only when the first object is read. */
  private final @Nullable Shapes shapes;

  private Views(Map<String, View> views, @Nullable Shapes shapes) {
    this.views = views;
    this.shapes = shapes;
  }

  /** The standard shapes without any view; docs/comparing.md lists them. */
  public static Views standard() {
    return STANDARD;
  }

  /**
   * The views of every {@link ViewProvider} that {@link ServiceLoader} finds through the thread's
   * context class loader. Searches again at each call.
   *
   * @throws IllegalArgumentException when two providers give a view for one class
   */
  public static Views installed() {
    Builder views = builder();
    for (ViewProvider provider : ServiceLoader.load(ViewProvider.class)) {
      provider.addTo(views);
    }
    return views.build();
  }

  /**
   * Returns these views, with some classes declared immutable. Freezing keeps an object of such a
   * class by reference, and it is read only when it is compared. If the application changes it
   * after all, the changed state is compared; Understudy itself never changes it.
   *
   * @param classNames in the form of {@code Class.getName()}
   */
  public Views withImmutable(Set<String> classNames) {
    return classNames.isEmpty() ? this : new Views(views, shapes().withImmutable(classNames));
  }

  /** Starts without views. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether no class has a view. */
  public boolean isStandard() {
    return views.isEmpty();
  }

  /** The shapes that objects have with these views. */
  Shapes shapes() {
    return shapes == null ? StandardShapes.ALL : shapes;
  }

  /**
   * The shape that an object has with these views. Reading its parts may run code of its class if
   * its shape {@linkplain Shape#isByMethods() is read by methods}.
   *
   * @param object a live object or its frozen form
   */
  public Shape shapeOf(Object object) {
    return shapes().of(object);
  }

  /** The names of the classes that have a view, in the order of definition. Unmodifiable. */
  public List<String> classNames() {
    return Collections.unmodifiableList(Arrays.asList(views.keySet().toArray(new String[0])));
  }

  /** The views by class name. */
  @Override
  public String toString() {
    return views.toString();
  }

  /**
   * Collects views, at most one for each class. Class names have the form of {@code
   * Class.getName()}. Each method throws an IllegalArgumentException if the name is no class name,
   * if the class cannot have a view, or if it has one already. Not thread-safe.
   */
  public static final class Builder {
    private final Map<String, View> views = new LinkedHashMap<>();

    private Builder() {}

    /** Reads an object as the text that its {@code toString} returns. */
    public Builder asString(String className) {
      return add(className, View.asString());
    }

    /** Reads an object as one immutable value, compared by its own {@code equals}. */
    public Builder asEquals(String className) {
      return add(className, View.asEquals());
    }

    /**
     * Reads an object as a record of these parts. Each part is a field of the class or a
     * superclass, or the result of the public method {@code getName}, {@code isName} or {@code
     * name}.
     *
     * @param names at least one
     */
    public Builder parts(String className, String... names) {
      return add(className, View.parts(Arrays.asList(names)));
    }

    /**
     * Reads an object as a record of the public getters of the named class, without those of its
     * subclasses. The getters run on the thread that captures, so they must be cheap and free of
     * side effects.
     */
    public Builder getters(String className) {
      return add(className, View.getters());
    }

    /** Reads an object as a record of its fields, for example instead of a collection. */
    public Builder fields(String className) {
      return add(className, View.fields());
    }

    /** Reads an object as one of its parts, found like a part of {@link #parts}. */
    public Builder content(String className, String part) {
      return add(className, View.content(part));
    }

    /**
     * Reads an object as the result of a function. The result is read by the shape or view of its
     * own class; null counts as an empty Optional. An object for which the function throws is
     * opaque.
     *
     * @param function free of side effects and thread-safe; called on the thread that captures
     */
    public Builder seenAs(String className, Function<Object, ? extends @Nullable Object> function) {
      return add(className, View.function(function));
    }

    /**
     * As {@link #seenAs}, with a class that implements {@link Function} and has a public
     * constructor without parameters. It is loaded through the loader of the object's class when
     * the first object occurs.
     */
    public Builder with(String className, String functionClassName) {
      return add(className, View.functionClass(functionClassName));
    }

    private Builder add(String className, View view) {
      View.check(className);
      View before = views.putIfAbsent(className, view);
      if (before != null) {
        throw new IllegalArgumentException(
            className + " is seen in two ways, " + before + " and " + view + "; keep one of them");
      }
      return this;
    }

    /** The views so far; {@link #standard()} if there are none. */
    public Views build() {
      if (views.isEmpty()) {
        return STANDARD;
      }
      Map<String, View> all = new LinkedHashMap<>(views);
      return new Views(all, StandardShapes.ALL.withViews(all));
    }
  }
}
