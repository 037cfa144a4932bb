package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.NonValueType;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of each class, once, under what a user says of some classes. The shape is kept by
 * the class itself (ClassValue), so it goes when the class goes: a shape refers to its own class
 * and to what that class's fields are declared as, and to no other class of the application.
 *
 * <p>Two things are stronger than what a user says of a supertype: a proxy of a persistence library
 * is always seen as the entity that it has loaded, since its methods would load it; and what can be
 * read only once stays closed unless its very class is named. Immutable and thread-safe.
 */
public final class Shapes {
  private final ShapeSource libraries;
  private final ShapeFinder standard;

  /** What is said of classes, by name. */
  private final Map<String, View> views;

  /** The names of classes whose objects are kept as they are. */
  private final Set<String> immutable;

  private final RemovableClassValue<Shape> known;

  /** The shapes that classes would have if nothing were said of them themselves. */
  private final RemovableClassValue<Shape> withoutView;

  /**
   * Finds shapes under no views.
   *
   * @param libraries how types of libraries are seen
   * @param collections how collections and maps are read
   */
  public Shapes(ShapeSource libraries, CollectionReader collections) {
    this.libraries = libraries;
    this.standard = new ShapeFinder(libraries, collections);
    this.views = Collections.emptyMap();
    this.immutable = Collections.emptySet();
    this.known = shapes(false);
    this.withoutView = known;
  }

  private Shapes(Shapes from, Map<String, View> views) {
    this.libraries = from.libraries;
    this.standard = from.standard;
    this.views = new LinkedHashMap<>(views);
    this.immutable = from.immutable;
    this.known = shapes(true);
    this.withoutView = shapes(false);
  }

  private Shapes(Set<String> immutable, Shapes from) {
    this.libraries = from.libraries;
    this.standard = from.standard;
    this.views = from.views;
    this.immutable = new HashSet<>(immutable);
    this.known = from.known;
    this.withoutView = from.withoutView;
  }

  /**
   * Finds shapes under these views and no others.
   *
   * @param views by class name, as {@code Class.getName()} gives it; at least one
   */
  public Shapes withViews(Map<String, View> views) {
    return new Shapes(this, views);
  }

  /** The same, with objects of these classes kept as they are when they are frozen. */
  public Shapes withImmutable(Set<String> classNames) {
    return new Shapes(classNames, this);
  }

  // Neither a shape nor what it leads to refers to these values, which lets the JVM drop them (see
  // JDK-8136353).
  private RemovableClassValue<Shape> shapes(boolean viewed) {
    return new RemovableClassValue<Shape>() {
      @Override
      protected Shape compute(Class<?> type) {
        Shape shape = viewed ? find(type) : standard.find(type, Shapes.this);
        shape.belongTo(type);
        return shape;
      }
    };
  }

  /**
   * The shape of an object.
   *
   * @param object a live object, or a {@link Frozen}, which gives the shape it was frozen with
   */
  public Shape of(Object object) {
    return object instanceof Frozen
        ? ((Frozen) object).shape()
        : ofInstances(object.getClass()).at(object, this);
  }

  /**
   * The shape that objects of a class have, apart from what depends on the single object: a lazy
   * collection or a future is {@link Kind#OPAQUE} until it is there.
   */
  public Shape ofInstances(Class<?> type) {
    return known.get(type);
  }

  /**
   * Freezes an object and all that it leads to.
   *
   * @param meter what this may cost
   * @param lenient whether an opaque part stands for what cannot be read
   * @return a scalar that nobody can change, a {@link Frozen}, or the object itself where it is
   *     kept
   * @throws Uncapturable when a bound is passed, or, unless lenient, when a part cannot be read
   */
  public Object freeze(Object live, Meter meter, boolean lenient) throws Uncapturable {
    return new FreezeWalk(meter, this, lenient).root(live);
  }

  /** The shape that objects of a class would have if nothing had been said of the class. */
  Shape withoutView(Class<?> type) {
    return withoutView.get(type);
  }

  /** Whether an object of this shape is kept as it is. */
  boolean areKept(Shape shape) {
    return !immutable.isEmpty()
        && shape.kind() != Kind.OPAQUE
        && immutable.contains(shape.typeName());
  }

  /** Whether something is said of a class or a supertype of it. */
  boolean isViewed(Class<?> type) {
    return named(type) != null;
  }

  /** The closest class of which something is said; null where there is none. */
  private @Nullable Class<?> named(Class<?> type) {
    return views.isEmpty() ? null : Supertypes.closest(type, views.keySet());
  }

  private Shape find(Class<?> type) {
    Class<?> named = named(type);
    View view = named == null ? null : views.get(named.getName());
    return named == null || view == null || isStronger(type, named)
        ? standard.find(type, this)
        : view.shape(type, named, this);
  }

  // A proxy of an entity would load it when it is asked for its parts.
  private boolean isStronger(Class<?> type, Class<?> named) {
    Set<String> names = Origin.names(type);
    return libraries.ofProxy(type, names) != null
        || (type != named && NonValueType.reason(type, names) != null);
  }
}
