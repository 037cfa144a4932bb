package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.CollectionOrder;
import io.understudy.value.contents.SizedIterables;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A collection of any library, read by its elements. A map is read by its entries. */
class CollectionShape extends Shape {
  private final Shape extraFields;

  private final Function<Object, ? extends Collection<?>> contents;

  private final @Nullable Predicate<Object> foreign;

  private final boolean bag;

  /**
   * Sets how collections are read. Their class need not belong to {@code java.util}.
   *
   * @param extraFields the fields that the class adds, see {@link ExtraFields}
   * @param contents reads the elements or entries of a live object
   * @param foreign whether that runs code outside of the JDK; null if it never does
   */
  CollectionShape(
      Kind kind,
      String typeName,
      Shape extraFields,
      Function<Object, ? extends Collection<?>> contents,
      @Nullable Predicate<Object> foreign) {
    this(kind, false, typeName, extraFields, contents, foreign);
  }

  private CollectionShape(
      Kind kind,
      boolean bag,
      String typeName,
      Shape extraFields,
      Function<Object, ? extends Collection<?>> contents,
      @Nullable Predicate<Object> foreign) {
    super(kind, typeName);
    this.bag = bag;
    this.extraFields = extraFields;
    this.contents = contents;
    this.foreign = foreign;
  }

  /**
   * Collections of this order; where it depends on the object, each object has its own shape.
   *
   * @param foreign as in the constructor
   */
  static Shape of(
      CollectionOrder order,
      String typeName,
      Shape extraFields,
      Function<Object, ? extends Collection<?>> contents,
      @Nullable Predicate<Object> foreign) {
    Shape list = new CollectionShape(Kind.LIST, typeName, extraFields, contents, foreign);
    Shape bag = new CollectionShape(Kind.SET, true, typeName, extraFields, contents, foreign);
    switch (order) {
      case LIST:
        return list;
      case SET:
        return new CollectionShape(Kind.SET, typeName, extraFields, contents, foreign);
      case BAG:
        return bag;
      default:
        return new PerObjectShape(bag, live -> CollectionOrder.isBag(live) ? bag : list);
    }
  }

  /**
   * Containers of the application that are an {@code Iterable} with a size.
   *
   * @param names the names of the class and all its supertypes
   * @param size the method that returns the number of elements
   */
  static Shape ofIterable(Class<?> type, Set<String> names, Shape extraFields, Method size)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> count = Accessors.method(type, size.getName());
    Function<Object, SizedIterables.View> view =
        live ->
            new SizedIterables.View(
                (Iterable<?>) live, (Integer) Accessors.present(count.apply(live)));
    return SizedIterables.isMap(type)
        ? new MapShape(
            type.getName(),
            extraFields,
            view.andThen(SizedIterables.View::entries),
            Shape::hasForeignMethods)
        : of(
            SizedIterables.order(names),
            type.getName(),
            extraFields,
            view,
            Shape::hasForeignMethods);
  }

  @Override
  final boolean isForeign(Object live, Shapes shapes) {
    return foreign != null && foreign.test(live);
  }

  @Override
  public final boolean isBag() {
    return bag;
  }

  @Override
  public final Shape beside() {
    return extraFields;
  }

  @Override
  public final int size(Object object) {
    return object instanceof Frozen ? ((Frozen) object).size() : contents.apply(object).size();
  }

  @Override
  public final Elements elements(Object object) {
    return object instanceof Frozen
        ? Elements.of((Frozen) object)
        : elements(contents.apply(object).iterator());
  }

  @Override
  final void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    try {
      frozen.fill(parts(contents.apply(live), walk));
      ExtraFields.freeze(this, live, frozen, walk);
    } catch (RuntimeException | Error thrown) {
      walk.reportUnreadable(frozen, FreezeWalk.failure(typeName(), thrown));
    }
  }

  /** The elements or entries of a live object. */
  Elements elements(Iterator<?> contents) {
    return Elements.over(contents);
  }

  /** Freezes the elements or entries; returns the parts of the frozen form. */
  @Nullable Object[] parts(Collection<?> live, FreezeWalk walk) throws Uncapturable {
    @Nullable Object[] parts =
        live.getClass() == ArrayList.class ? ofList(live, walk) : ofAny(live, walk);
    walk.freezeRow(parts, 0, 1);
    return parts;
  }

  /** The elements of an {@code ArrayList}. Its iterator only tells whether it changes meanwhile. */
  private static @Nullable Object[] ofList(Collection<?> live, FreezeWalk walk)
      throws Uncapturable {
    int reserved = walk.reserve(live.size());
    Iterator<?> first = live.iterator();
    @Nullable Object[] elements = live.toArray();
    if (elements.length > 0) {
      first.next();
    }
    if (elements.length > reserved) {
      walk.reserve(elements.length - reserved);
    }
    return elements.getClass() == Object[].class
        ? elements
        : Arrays.copyOf(elements, elements.length, Object[].class);
  }

  // The size is only a hint: other threads may change it, so each element is metered.
  private static @Nullable Object[] ofAny(Collection<?> live, FreezeWalk walk) throws Uncapturable {
    @Nullable Object[] elements = new @Nullable Object[walk.reserve(live.size())];
    int n = 0;
    for (Iterator<?> each = live.iterator(); each.hasNext(); n++) {
      if (n == elements.length) {
        elements = Arrays.copyOf(elements, n + walk.reserve(n + 1));
      }
      elements[n] = each.next();
    }
    return n == elements.length ? elements : Arrays.copyOf(elements, n);
  }
}
