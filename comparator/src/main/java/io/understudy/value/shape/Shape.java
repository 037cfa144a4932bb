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
 * How the objects of one class are read: their {@link Kind} and their parts.
 *
 * <p>There is one shape per class. It is found once and kept with the class. A {@link Frozen} has
 * the shape of the object that it was made from. Every accessor accepts the live object or its
 * frozen form, so a plan for two shapes works for both. Immutable and thread-safe; equality is
 * identity. A shape refers to its class, so code that keeps a shape keeps the class loaded.
 *
 * <p>Application objects are read by their fields, never through their methods. Collections of any
 * library are read through the interfaces of {@code java.util}; {@link #isForeign} tells which
 * objects are read by methods outside of the JDK.
 */
public abstract class Shape {
  private static final String DOCUMENTS = "io.understudy.value.document.";
  private static final String NAMED = "io.understudy.value.named.";

  private static final AtomicInteger LANES = new AtomicInteger();

  /** A number that differs between most shapes; {@code IdentityLog} groups objects by it. */
  final int lane;

  private final Kind kind;
  private final String typeName;
  private volatile @Nullable Class<?> type;
  private volatile @Nullable List<String> typeNames;

  /** Creates the shape of a type; only the {@code value} packages have shapes. */
  protected Shape(Kind kind, String typeName) {
    this(kind, typeName, LANES.getAndIncrement());
  }

  Shape(Kind kind, String typeName, int lane) {
    this.lane = lane;
    this.kind = kind;
    this.typeName = typeName;
  }

  /**
   * The shape to use as a key of caches. A shape that is made for a single object refers to that
   * object and returns the shape that it shares with others; every other shape returns itself.
   */
  public Shape lasting() {
    return this;
  }

  /** The kind of the objects. */
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

  /** Sets the supertypes of a type that has no class here. */
  protected final void setTypeNames(List<String> all) {
    typeNames = all;
  }

  /** Creates an object of this shape without parts. */
  protected final Frozen createFrozen() {
    return new Frozen(this);
  }

  /** Sets the parts of an object, see {@link Frozen}: an array that no other code keeps. */
  protected static void fill(Frozen object, Object array) {
    object.fill(array);
  }

  /** Sets the extra fields of a collection. */
  protected static void fillExtraFields(Frozen object, Frozen record) {
    object.setExtraFields(record);
  }

  /** The array of the parts of an object, not a copy. */
  protected static Object arrayOf(Frozen object) {
    return object.array();
  }

  /** The elements of an object that is not live. */
  protected static Elements elementsOf(Frozen object) {
    return Elements.of(object);
  }

  /** A scalar that knows its own shape, since its class says nothing of it. */
  public interface Bearer {
    /** The shape of this object. */
    Shape shape();
  }

  /** Sets the class that has this shape. */
  void setType(Class<?> of) {
    type = of;
  }

  /** The sort of value that a {@link Kind#SCALAR} is; {@link Scalar#NONE} for every other kind. */
  public Scalar scalar() {
    return Scalar.NONE;
  }

  /**
   * For a scalar of sort {@link Scalar#OTHER}, the class name of the result of {@link #plain}. Two
   * scalars can be equal only if their families are equal. For example, the family of a Joda {@code
   * Duration} is {@code java.time.Duration}.
   */
  public String family() {
    return typeName;
  }

  /**
   * The object to compare by {@code equals} with a scalar of the same class.
   *
   * @param scalar an object of this shape, of kind {@link Kind#SCALAR}
   */
  public Object itself(Object scalar) {
    return scalar;
  }

  /**
   * The plain form of a scalar: a value of the one Java type of its {@link Scalar} sort. For {@link
   * Scalar#OTHER} it is an object with a sound {@code equals}. Cheap and free of side effects.
   *
   * @param scalar an object of this shape, of kind {@link Kind#SCALAR}
   */
  public Object plain(Object scalar) {
    return scalar;
  }

  /**
   * Whether objects of this shape never change, so that they need no copy. Always false for objects
   * with parts.
   */
  public boolean immutable() {
    return false;
  }

  /**
   * Whether an object can be used instead of a copy, because neither it nor any object that it
   * refers to ever changes. Like {@link #immutable()}, but also for objects with parts.
   */
  public boolean sharable() {
    return immutable();
  }

  /**
   * Whether objects are read through methods of a library, or stand for other objects. Such a shape
   * does not say how to copy an object.
   */
  public boolean isByMethods() {
    return false;
  }

  /**
   * Whether the shape depends on the single object: a lazy collection is {@link Kind#OPAQUE} until
   * it is loaded, a future until it is complete. Such a shape belongs to the class, never to an
   * object.
   */
  public boolean dependsOnObject() {
    return false;
  }

  /**
   * Returns a scalar that no other code can change: the object itself if it is {@link
   * #immutable()}, else a private copy. A text of an application class becomes a {@code String}.
   *
   * @param scalar a live object of this shape, of kind {@link Kind#SCALAR}
   */
  public Object keep(Object scalar) {
    throw new IllegalStateException(typeName + " is a " + kind + ", not a scalar");
  }

  /**
   * Whether {@link #keep} and {@link #bytes} would run code outside of the JDK, such as the clone
   * method of an application's time zone inside a calendar. Tells it without running such code.
   *
   * @param scalar a live object of this shape, of kind {@link Kind#SCALAR}
   */
  public boolean isKeptByForeignCode(Object scalar) {
    return false;
  }

  /**
   * Estimated bytes of the copy that {@link #keep} makes. Call this before the copy is made.
   *
   * @param scalar a live object of this shape, of kind {@link Kind#SCALAR}
   */
  public long bytes(Object scalar) {
    return 0;
  }

  /** Why objects of kind {@link Kind#OPAQUE} cannot be read; empty for every other kind. */
  public String reason() {
    return "";
  }

  /**
   * The names of the parts of a {@link Kind#RECORD}, in order of declaration, superclasses first;
   * empty for every other kind. A field that a subclass hides is named {@code SuperClass.field}.
   * Unmodifiable.
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
   * Whether part {@code i} of a {@link Kind#RECORD} is a transient field, so that a difference
   * there may surprise.
   */
  public boolean isTransient(int i) {
    return false;
  }

  /**
   * Whether the order of the entries of a MAP has a meaning, like the order of elements in an XML
   * document. It is compared only if both sides are ordered.
   */
  public boolean isOrdered() {
    return false;
  }

  /**
   * Whether a SET is a bag: a collection that promises no order but is no {@code java.util.Set}. In
   * value mode a bag can equal a LIST, whose order then does not count.
   */
  public boolean isBag() {
    return false;
  }

  /**
   * The number of elements or entries of a LIST, SET, MAP or OPTIONAL, or of parts of a RECORD; 0
   * for a scalar or an opaque object.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public int size(Object object) {
    return 0;
  }

  /**
   * The array of primitives that holds the elements of a LIST, for comparing whole arrays; null if
   * the elements are objects. It may be the live array: do not change it.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public @Nullable Object primitives(Object object) {
    return null;
  }

  /**
   * The elements of a LIST, SET or OPTIONAL, or the entries of a MAP; empty for other kinds. For a
   * live collection this wraps its iterator and may throw its exceptions.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public Elements elements(Object object) {
    return Elements.NONE;
  }

  /**
   * The extra fields of a collection or map: a RECORD of the fields that an application class adds
   * to a collection class of the JDK. It has no parts for every other shape. Its accessors take the
   * object that {@link #besideOf} returns.
   */
  public Shape beside() {
    return ExtraFields.NOTHING;
  }

  /**
   * The object that {@link #beside()} reads: the live object, or the frozen extra fields.
   *
   * @param object a live object of this shape, or its frozen form
   */
  public Object besideOf(Object object) {
    return object instanceof Frozen ? ((Frozen) object).extraFields() : object;
  }

  /**
   * Whether reading this live object may run code outside of the JDK: methods of its class, of its
   * library, of objects inside, or a function of a view. Tells it without running such code.
   */
  boolean isForeign(Object live, Shapes shapes) {
    return hasForeignMethods(live);
  }

  /**
   * Whether methods of an object's class are code outside of the JDK. The comparator's own classes
   * stand for documents; they are read only after the document.
   */
  static boolean hasForeignMethods(Object live) {
    Class<?> type = live.getClass();
    String name = type.getName();
    return !Origin.isJdk(type) && !name.startsWith(DOCUMENTS) && !name.startsWith(NAMED);
  }

  /** The shape of one live object if it depends on the object; else this. */
  Shape at(Object live, Shapes shapes) {
    return this;
  }

  /** Freezes the parts of {@code live} and stores them in {@code frozen}. Not for scalars. */
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {}

  @Override
  public final String toString() {
    return typeName + " (" + kind + ")";
  }
}
