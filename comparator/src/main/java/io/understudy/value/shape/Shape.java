package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of one class are seen: their {@link Kind} and how to reach their parts.
 *
 * <p>There is one shape per class, found once and kept with the class. A {@link Frozen} has the
 * shape of the object that it was made from, and every accessor takes the live object or its frozen
 * form alike, so that a plan for two shapes serves both. Immutable and thread-safe; equality is
 * identity. A shape refers to its class, so whoever keeps shapes keeps classes.
 *
 * <p>Application objects are read by their fields, never through their methods. Collections of any
 * origin are read through {@code java.util}'s interfaces.
 */
public abstract class Shape {
  private static final AtomicInteger MADE = new AtomicInteger();

  /** Tells shapes apart roughly, for what is kept by lanes. */
  final int lane;

  private final Kind kind;
  private final String typeName;
  private volatile @Nullable Class<?> type;
  private volatile @Nullable List<String> typeNames;

  Shape(Kind kind, String typeName) {
    this(kind, typeName, MADE.getAndIncrement());
  }

  Shape(Kind kind, String typeName, int lane) {
    this.lane = lane;
    this.kind = kind;
    this.typeName = typeName;
  }

  /**
   * The shape to remember for what is alike in many objects, where this one is made for a single
   * object and holds on to it; else this.
   */
  public Shape lasting() {
    return this;
  }

  /** What the objects are. */
  public final Kind kind() {
    return kind;
  }

  /** The class name, as {@code Class.getName()} gives it. */
  public final String typeName() {
    return typeName;
  }

  /**
   * The names of the class, its superclasses and its interfaces, the closest first: the class, its
   * superclasses, then interfaces, {@code java.lang.Object} last. Unmodifiable.
   */
  public final List<String> typeNames() {
    List<String> known = typeNames;
    if (known == null) {
      Class<?> of = type;
      known = of == null ? Collections.singletonList(typeName) : Origin.typeNames(of);
      typeNames = known;
    }
    return known;
  }

  /** Says of which class this is the shape, once it is found. */
  void belongTo(Class<?> of) {
    type = of;
  }

  /** What sort of value a {@link Kind#SCALAR} is; {@link Scalar#NONE} for every other kind. */
  public Scalar scalar() {
    return Scalar.NONE;
  }

  /**
   * For a scalar of sort {@link Scalar#OTHER}, the class name of what {@link #plain} gives: two
   * scalars may mean the same only where these agree. A Joda {@code Duration} is one of {@code
   * java.time}.
   */
  public String family() {
    return typeName;
  }

  /**
   * What a scalar is, to be compared by {@code equals} with one of the same class.
   *
   * @param scalar an object of this shape, of kind {@link Kind#SCALAR}
   */
  public Object itself(Object scalar) {
    return scalar;
  }

  /**
   * What a scalar means, in the one Java type of its {@link Scalar} category; the object itself for
   * {@link Scalar#OTHER}. Cheap, free of side effects.
   *
   * @param scalar an object of this shape, of kind {@link Kind#SCALAR}
   */
  public Object plain(Object scalar) {
    return scalar;
  }

  /**
   * Whether nothing about an object of this shape ever changes, so that it may be handed on as it
   * is. Never for what has parts.
   */
  public boolean immutable() {
    return false;
  }

  /**
   * Whether an object may be handed on instead of a copy of it, since nothing that it leads to ever
   * changes. As {@link #immutable()}, but also of what has parts.
   */
  public boolean sharable() {
    return immutable();
  }

  /**
   * Whether objects of the class are seen through methods of a library, or as something else than
   * they are, so that this shape tells nothing of how to copy one.
   */
  public boolean isByMethods() {
    return false;
  }

  /**
   * Whether objects of the class differ in what they are: a lazy collection or a future is {@link
   * Kind#OPAQUE} until it is there. This is then the shape of the class, never of an object.
   */
  public boolean dependsOnObject() {
    return false;
  }

  /**
   * A scalar that nobody else can change: the object itself where it is {@link #immutable()}, else
   * a private copy of it; text of the application's own classes becomes a {@code String}.
   *
   * @param scalar a live object of this shape, of kind {@link Kind#SCALAR}
   */
  public Object keep(Object scalar) {
    throw new IllegalStateException(typeName + " is a " + kind + ", not a scalar");
  }

  /**
   * Roughly how many bytes {@link #keep} takes for a copy, to be asked before it is made.
   *
   * @param scalar a live object of this shape, of kind {@link Kind#SCALAR}
   */
  public long bytes(Object scalar) {
    return 0;
  }

  /** Why objects of kind {@link Kind#OPAQUE} cannot be looked into; else empty. */
  public String reason() {
    return "";
  }

  /**
   * The names of a {@link Kind#RECORD}'s parts, in order of declaration, superclasses first; else
   * empty. Where a class hides a field of a superclass, the hidden one is named {@code
   * SuperClass.field}. Unmodifiable.
   */
  public List<String> names() {
    return Collections.emptyList();
  }

  /**
   * Part {@code i} of a {@link Kind#RECORD}, in the order of {@link #names()}.
   *
   * @param record a live object of this shape, or its frozen form
   * @throws IllegalStateException when this shape is not a record
   */
  public @Nullable Object part(Object record, int i) {
    throw new IllegalStateException(typeName + " is a " + kind + " and has no named parts");
  }

  /**
   * Whether the order of a MAP's entries means something, as that of the elements in an XML
   * document does. It counts only where both sides have one.
   */
  public boolean isOrdered() {
    return false;
  }

  /**
   * How many elements or entries a LIST, SET, MAP or OPTIONAL has, or parts a RECORD; 0 for a
   * scalar or an opaque object.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public int size(Object object) {
    return 0;
  }

  /**
   * The array of primitives in which a LIST keeps its elements, for comparing arrays at once; null
   * where elements are objects. Not a copy: it must not be changed.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public @Nullable Object primitives(Object object) {
    return null;
  }

  /**
   * The elements of a LIST, SET or OPTIONAL, or the entries of a MAP; none for other kinds. Over a
   * live collection this is its iterator, which may throw what that throws.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public Elements elements(Object object) {
    return Elements.NONE;
  }

  /**
   * What a collection or map of the application's own keeps beside its contents: a RECORD of the
   * fields that its class adds to a collection class of the JDK; without parts for every other
   * shape. To be read from what {@link #besideOf} gives.
   */
  public Shape beside() {
    return ExtraFields.NOTHING;
  }

  /**
   * The object that {@link #beside()} reads: the live one itself, or what was frozen of it.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public Object besideOf(Object object) {
    return object instanceof Frozen ? ((Frozen) object).beside() : object;
  }

  /** The shape of one live object, where objects of the class differ; else this. */
  Shape at(Object live, Shapes shapes) {
    return this;
  }

  /** Gives {@code frozen} the parts of {@code live}, frozen too. Not for scalars. */
  void freeze(Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {}

  @Override
  public final String toString() {
    return typeName + " (" + kind + ")";
  }
}
