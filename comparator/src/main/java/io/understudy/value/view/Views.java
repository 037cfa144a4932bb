package io.understudy.value.view;

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
 * How classes are seen: the standard shapes, and what a user has said of some classes.
 *
 * <p>What is said of a class holds for its subclasses and, of an interface, for the classes that
 * implement it; the closest holds, a class before an interface. Two things are stronger: a proxy of
 * a persistence library is always seen as the entity that it has loaded (its methods are never
 * called), and what can be read only once stays closed unless its very class is named.
 *
 * <p>Immutable and thread-safe. Make one and keep it: it finds the shape of each class once. It
 * keeps no class from being unloaded, but for those of the functions that it is given.
 */
public final class Views {
  private static final Views STANDARD = new Views(Collections.emptyMap(), null);

  private final Map<String, View> said;

  /** Null for the standard shapes, which are put together only when the first object is met. */
  private final @Nullable Shapes own;

  private Views(Map<String, View> said, @Nullable Shapes own) {
    this.said = said;
    this.own = own;
  }

  /** The standard views: as docs/comparing.md says. */
  public static Views standard() {
    return STANDARD;
  }

  /**
   * The views of every {@link ViewProvider} that {@link ServiceLoader} finds for the thread's
   * context class loader; found anew at each call.
   *
   * @throws IllegalArgumentException when two providers speak of one class
   */
  public static Views installed() {
    Builder views = builder();
    for (ViewProvider provider : ServiceLoader.load(ViewProvider.class)) {
      provider.addTo(views);
    }
    return views.build();
  }

  /**
   * These views, which also take a word for it that objects of some classes never change: where one
   * is frozen it is kept as it is, and read only when it is compared. Where the word is wrong, what
   * is compared is what the object has become by then; nobody changes it but its owner.
   *
   * @param classNames as {@code Class.getName()} gives them
   */
  public Views withImmutable(Set<String> classNames) {
    return classNames.isEmpty() ? this : new Views(said, shapes().withImmutable(classNames));
  }

  /** Begins with nothing said. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether nothing was said of any class. */
  public boolean isStandard() {
    return said.isEmpty();
  }

  /** The shapes that objects have under these views. */
  Shapes shapes() {
    return own == null ? StandardShapes.ALL : own;
  }

  /** The names of the classes that something was said of, in the order of saying. Unmodifiable. */
  public List<String> classNames() {
    return Collections.unmodifiableList(Arrays.asList(said.keySet().toArray(new String[0])));
  }

  /** What is said of each class, by name. */
  @Override
  public String toString() {
    return said.toString();
  }

  /**
   * Collects what is said of classes; each by its name, as {@code Class.getName()} gives it, and
   * each once. Not thread-safe.
   */
  public static final class Builder {
    private final Map<String, View> said = new LinkedHashMap<>();

    private Builder() {}

    /** An object is the text that its {@code toString} gives. */
    public Builder asString(String className) {
      return say(className, View.asString());
    }

    /** An object is one value, immutable, compared by its own {@code equals}. */
    public Builder asEquals(String className) {
      return say(className, View.asEquals());
    }

    /**
     * An object has these parts and no others: each a field, of the class or above it, or what the
     * public method {@code getName}, {@code isName} or {@code name} gives.
     *
     * @param names at least one
     */
    public Builder parts(String className, String... names) {
      return say(className, View.parts(Arrays.asList(names)));
    }

    /**
     * An object is read by the public getters of the class named, not of its subclasses. They run
     * on the thread that captures, so name only what is cheap and changes nothing.
     */
    public Builder getters(String className) {
      return say(className, View.getters());
    }

    /** An object is read by its fields, whatever else it would be seen as. */
    public Builder fields(String className) {
      return say(className, View.fields());
    }

    /** An object stands for one part of it, found as {@link #parts} finds it. */
    public Builder content(String className, String part) {
      return say(className, View.content(part));
    }

    /**
     * An object stands for what a function makes of it, which is then seen as its own class says; a
     * null counts as an empty Optional. What the function throws makes the object opaque.
     *
     * @param function free of side effects, thread-safe; called on the thread that captures
     */
    public Builder seenAs(String className, Function<Object, ? extends @Nullable Object> function) {
      return say(className, View.function(function));
    }

    /**
     * As {@link #seenAs}, by a class that implements {@link Function} and has a public constructor
     * without parameters. It is loaded by the loader of the class seen, when that is met.
     */
    public Builder with(String className, String functionClassName) {
      return say(className, View.functionClass(functionClassName));
    }

    private Builder say(String className, View view) {
      View.check(className);
      View before = said.putIfAbsent(className, view);
      if (before != null) {
        throw new IllegalArgumentException(
            className + " is seen in two ways, " + before + " and " + view + "; say one of them");
      }
      return this;
    }

    /** What has been said so far; the standard views where that is nothing. */
    public Views build() {
      if (said.isEmpty()) {
        return STANDARD;
      }
      Map<String, View> all = new LinkedHashMap<>(said);
      return new Views(all, StandardShapes.ALL.withViews(all));
    }
  }
}
