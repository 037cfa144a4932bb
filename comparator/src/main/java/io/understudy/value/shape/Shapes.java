package io.understudy.value.shape;

import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.NonValueType;
import io.understudy.value.Origin;
import io.understudy.value.PrivateCopies;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import io.understudy.value.compiled.ReaderCompiler;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of each class once, with the views that a user gave for some classes. The class
 * itself keeps the shape (ClassValue), so both are unloaded together. A shape refers only to its
 * own class and to the declared types of its fields. Immutable and thread-safe.
 *
 * <p>Two rules are stronger than a view of a supertype. A proxy of a persistence library is always
 * read as the entity that it has loaded, because its methods would load it. An object that can be
 * read only once stays opaque unless the view names its exact class.
 */
public final class Shapes {
  private final ShapeSource libraries;
  private final ShapeFinder standard;

  /** The views, by class name. */
  private final Map<String, View> views;

  /** The names of classes whose objects are kept as they are. */
  private final Set<String> immutable;

  private final RemovableClassValue<Shape> byClass;

  /** The shapes that classes have without their own view. */
  private final RemovableClassValue<Shape> withoutView;

  private final ReaderCompiler readers;

  /**
   * Finds shapes without views.
   *
   * @param libraries supplies the shapes of library types
   * @param collections supplies the functions that read collections and maps
   * @param readsToCompile after so many frozen objects, {@link #compile} gives a class a reader of
   *     its own
   */
  public Shapes(ShapeSource libraries, CollectionReader collections, int readsToCompile) {
    this.readers = new ReaderCompiler(readsToCompile);
    this.libraries = libraries;
    this.standard = new ShapeFinder(libraries, collections);
    this.views = Collections.emptyMap();
    this.immutable = Collections.emptySet();
    this.byClass = shapes(false);
    this.withoutView = byClass;
  }

  private Shapes(Shapes from, Map<String, View> views) {
    this.readers = from.readers;
    this.libraries = from.libraries;
    this.standard = from.standard;
    this.views = new LinkedHashMap<>(views);
    this.immutable = from.immutable;
    this.byClass = shapes(true);
    this.withoutView = shapes(false);
  }

  private Shapes(Set<String> immutable, Shapes from) {
    this.readers = from.readers;
    this.libraries = from.libraries;
    this.standard = from.standard;
    this.views = from.views;
    this.immutable = new HashSet<>(immutable);
    this.byClass = from.byClass;
    this.withoutView = from.withoutView;
  }

  /**
   * Returns shapes with these views and no others.
   *
   * @param views by class name in the form of {@code Class.getName()}; at least one
   */
  public Shapes withViews(Map<String, View> views) {
    return new Shapes(this, views);
  }

  /** Returns the same shapes; objects of these classes are kept by reference when frozen. */
  public Shapes withImmutable(Set<String> classNames) {
    return new Shapes(classNames, this);
  }

  // No shape refers to these ClassValues, even indirectly, so the JVM can drop them (JDK-8136353).
  private RemovableClassValue<Shape> shapes(boolean viewed) {
    return new RemovableClassValue<Shape>() {
      @Override
      protected Shape compute(Class<?> type) {
        Shape shape = viewed ? find(type) : standard.find(type, Shapes.this);
        shape.setType(type);
        return shape;
      }
    };
  }

  /**
   * The shape of an object.
   *
   * @param object a live object, or a {@link Frozen}, which keeps the shape of its live object
   */
  public Shape of(Object object) {
    return object instanceof Frozen
        ? ((Frozen) object).shape()
        : ofInstances(object.getClass()).at(object, this);
  }

  /**
   * The shape of a class. It does not show what depends on the single object: a lazy collection is
   * {@link Kind#OPAQUE} until it is loaded, a future until it is complete.
   */
  public Shape ofInstances(Class<?> type) {
    return byClass.get(type);
  }

  /**
   * Freezes an object and all objects that it refers to.
   *
   * @param meter counts the cost and checks the bounds
   * @param lenient whether a part that cannot be read becomes an opaque part
   * @return a scalar that no other code can change, a {@link Frozen}, or the object itself if its
   *     class is declared immutable
   * @throws Uncapturable when a bound is exceeded or, unless lenient, when a part cannot be read
   */
  public Object freeze(Object live, Meter meter, boolean lenient) throws Uncapturable {
    return new FreezeWalk(meter, this, lenient, null).freeze(live);
  }

  /**
   * As {@link #freeze}, on a thread of the application: runs no code outside of the JDK. What only
   * such code can read is copied, and read by {@link #complete}.
   *
   * @return what {@code freeze} returns, or an object for {@link #complete}
   */
  public Object freezePartly(Object live, Meter meter, boolean lenient, PrivateCopies copies)
      throws Uncapturable {
    if (!(live instanceof Frozen)) {
      Shape shape = ofInstances(live.getClass());
      if (shape.immutable() && !areKept(shape)) { // Most results, and a walk costs more.
        meter.bytes(shape.bytes(live));
        return live;
      }
    }
    return new FreezeWalk(meter, this, lenient, copies).freeze(live);
  }

  /** Whether this result of {@link #freezePartly} has parts that are still to be read. */
  public static boolean isPartly(@Nullable Object frozen) {
    return frozen instanceof Deferral;
  }

  /**
   * Reads the rest of an object that is frozen in part; runs code of the application. Call it once
   * for each object.
   *
   * @param partly the result of {@link #freezePartly}
   * @return what {@link #freeze} would have returned
   * @throws Uncapturable as {@link #freeze} does
   */
  public static Object complete(Object partly, Meter meter) throws Uncapturable {
    return partly instanceof Deferral ? ((Deferral) partly).complete(meter) : partly;
  }

  /**
   * Compiles readers for classes whose objects are frozen often, by these shapes and all that were
   * made from them or that they were made from. Must not run on the application's threads.
   *
   * @param empty makes an object without contents; null if there is none
   * @return the number of classes that have a new reader
   */
  public int compile(Function<Class<?>, @Nullable Object> empty) {
    return readers.compile(
        empty, () -> new FreezeWalk(new Meter(Bounds.DEFAULT), this, false, null));
  }

  /** Makes the readers of records. */
  ReaderCompiler readers() {
    return readers;
  }

  /** The shape that a class has without its own view. */
  Shape withoutView(Class<?> type) {
    return withoutView.get(type);
  }

  /** Whether objects of this shape are kept by reference when frozen. */
  boolean areKept(Shape shape) {
    return !immutable.isEmpty()
        && shape.kind() != Kind.OPAQUE
        && immutable.contains(shape.typeName());
  }

  /** Whether a class or one of its supertypes has a view. */
  boolean isViewed(Class<?> type) {
    return viewed(type) != null;
  }

  /** The class itself or its closest supertype that has a view; null if no supertype has one. */
  private @Nullable Class<?> viewed(Class<?> type) {
    return views.isEmpty() ? null : Supertypes.closest(type, views.keySet());
  }

  private Shape find(Class<?> type) {
    Class<?> named = viewed(type);
    View view = named == null ? null : views.get(named.getName());
    return named == null || view == null || overrulesView(type, named)
        ? standard.find(type, this)
        : view.shape(type, named, this);
  }

  // A proxy would load its entity if a view read its parts.
  private boolean overrulesView(Class<?> type, Class<?> named) {
    Set<String> names = Origin.names(type);
    return libraries.ofProxy(type, names) != null
        || (type != named && NonValueType.reason(type, names) != null);
  }
}
