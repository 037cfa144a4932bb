package io.understudy.value.named;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a {@link Shape} by names alone, without its class. Equal outlines describe
 * the same type. Immutable.
 */
public final class ShapeOutline {
  final Kind kind;
  final String typeName;
  final List<String> typeNames;
  final List<String> names;
  final BitSet transients;
  final Scalar scalar;
  final String family;
  final boolean ordered;
  final boolean bag;
  final String reason;
  final KeyOrder keyOrder;
  final @Nullable ShapeOutline extraFields;

  private ShapeOutline(Builder from) {
    this.kind = from.kind;
    this.typeName = from.typeName;
    this.typeNames = unmodifiable(from.typeNames);
    this.names = unmodifiable(from.names);
    this.transients = (BitSet) from.transients.clone();
    this.scalar = from.scalar;
    this.family = from.family;
    this.ordered = from.ordered;
    this.bag = from.bag;
    this.reason = from.reason;
    this.keyOrder = from.keyOrder;
    this.extraFields = from.extraFields;
  }

  private static List<String> unmodifiable(List<String> from) {
    return Collections.unmodifiableList(new ArrayList<>(from));
  }

  /**
   * Starts an outline.
   *
   * @param typeName the class name, as {@code Class.getName()} gives it
   */
  public static Builder builder(Kind kind, String typeName) {
    return new Builder(kind, typeName);
  }

  /**
   * The outline of a shape.
   *
   * @param keyOrder by what the object is sorted
   */
  public static ShapeOutline of(Shape shape, KeyOrder keyOrder) {
    if (shape instanceof NamedShape) {
      return ((NamedShape) shape).outline();
    }
    Builder builder =
        builder(shape.kind(), shape.typeName())
            .typeNames(shape.typeNames())
            .names(shape.names())
            .scalar(shape.scalar(), shape.scalar() == Scalar.OTHER ? shape.family() : "")
            .collection(shape.isOrdered(), shape.isBag(), keyOrder)
            .reason(shape.reason());
    for (int i = 0; i < shape.names().size(); i++) {
      if (shape.isTransient(i)) {
        builder.isTransient(i);
      }
    }
    Shape extra = shape.beside();
    if (!extra.names().isEmpty()) {
      builder.extraFields(of(extra, KeyOrder.NONE));
    }
    return builder.build();
  }

  /** The kind of the objects. */
  public Kind kind() {
    return kind;
  }

  /** The class name, as {@code Class.getName()} gives it. */
  public String typeName() {
    return typeName;
  }

  /** The class and its supertypes, see {@link Shape#typeNames()}. Unmodifiable. */
  public List<String> typeNames() {
    return typeNames;
  }

  /** The names of the parts of a record, see {@link Shape#names()}. Unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** Whether part {@code i} of a record is a transient field. */
  public boolean isTransient(int i) {
    return transients.get(i);
  }

  /** The sort of a scalar. */
  public Scalar scalar() {
    return scalar;
  }

  /** The family of a scalar of sort {@link Scalar#OTHER}; empty for every other type. */
  public String family() {
    return family;
  }

  /** Whether the order of the entries of a map counts. */
  public boolean isOrdered() {
    return ordered;
  }

  /** Whether a set is a bag. */
  public boolean isBag() {
    return bag;
  }

  /** Why objects cannot be read; empty if they can. */
  public String reason() {
    return reason;
  }

  /** By what the elements or keys are sorted. */
  public KeyOrder keyOrder() {
    return keyOrder;
  }

  /** The fields that a class adds to a collection class of the JDK; null if there are none. */
  public @Nullable ShapeOutline extraFields() {
    return extraFields;
  }

  /** The characters of all its texts, which say how much memory it takes. */
  long length() {
    long length = (long) typeName.length() + family.length() + reason.length();
    for (String each : typeNames) {
      length += each.length() + 1L;
    }
    for (String each : names) {
      length += each.length() + 1L;
    }
    return extraFields == null ? length : length + extraFields.length();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ShapeOutline)) {
      return false;
    }
    ShapeOutline that = (ShapeOutline) other;
    return kind == that.kind
        && typeName.equals(that.typeName)
        && names.equals(that.names)
        && typeNames.equals(that.typeNames)
        && transients.equals(that.transients)
        && scalar == that.scalar
        && family.equals(that.family)
        && ordered == that.ordered
        && bag == that.bag
        && reason.equals(that.reason)
        && keyOrder == that.keyOrder
        && Objects.equals(extraFields, that.extraFields);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * typeName.hashCode() + names.hashCode()) + kind.ordinal();
  }

  @Override
  public String toString() {
    return typeName + " (" + kind + ")";
  }

  /** Collects the properties of an outline. Not thread-safe. */
  public static final class Builder {
    private final Kind kind;
    private final String typeName;
    private List<String> typeNames;
    private List<String> names = Collections.emptyList();
    private final BitSet transients = new BitSet(0);
    private Scalar scalar = Scalar.NONE;
    private String family = "";
    private boolean ordered;
    private boolean bag;
    private String reason = "";
    private KeyOrder keyOrder = KeyOrder.NONE;
    private @Nullable ShapeOutline extraFields;

    private Builder(Kind kind, String typeName) {
      this.kind = kind;
      this.typeName = typeName;
      this.typeNames = Collections.singletonList(typeName);
    }

    /** Sets the names of the class and its supertypes; by default the class alone. */
    public Builder typeNames(List<String> all) {
      this.typeNames = all;
      return this;
    }

    /** Sets the names of the parts of a record. */
    public Builder names(List<String> parts) {
      this.names = parts;
      return this;
    }

    /** Says that part {@code i} is a transient field. */
    public Builder isTransient(int i) {
      transients.set(i);
      return this;
    }

    /** Sets the sort of a scalar, and its family. */
    public Builder scalar(Scalar sort, String familyName) {
      this.scalar = sort;
      this.family = familyName;
      return this;
    }

    /** Sets the properties of a collection. */
    public Builder collection(boolean isOrdered, boolean isBag, KeyOrder order) {
      this.ordered = isOrdered;
      this.bag = isBag;
      this.keyOrder = order;
      return this;
    }

    /** Sets why objects cannot be read. */
    public Builder reason(String clause) {
      this.reason = clause;
      return this;
    }

    /** Sets the fields that the class adds to a collection class of the JDK. */
    public Builder extraFields(ShapeOutline record) {
      this.extraFields = record;
      return this;
    }

    /** Creates the outline. */
    public ShapeOutline build() {
      return new ShapeOutline(this);
    }
  }
}
