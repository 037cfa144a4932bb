package io.understudy.value;

import org.jspecify.annotations.Nullable;

/**
 * An object as it was at one moment: its kind and its parts, cut off from the live object.
 *
 * <p>A part is {@code null}, an immutable scalar, or another {@code Frozen}. Cycles and shared
 * references of the live graph are kept. Immutable once the {@link Freezer} has returned it, so it
 * may be handed between threads through any safe publication.
 */
public final class Frozen {
  private final Kind kind;
  private final String typeName;
  private final String[] names;
  private final @Nullable Object[] parts;

  /**
   * For the freezer, which fills {@code parts} while it walks a cycle.
   *
   * @param kind any but {@link Kind#SCALAR}
   * @param typeName the live object's class name
   * @param names part names of a record in order; for {@link Kind#OPAQUE} the reason; else empty
   * @param parts elements; for a record the values in the order of {@code names}; for a map key,
   *     value, key, value and so on
   */
  Frozen(Kind kind, String typeName, String[] names, @Nullable Object[] parts) {
    this.kind = kind;
    this.typeName = typeName;
    this.names = names;
    this.parts = parts;
  }

  /** What the live object was; never {@link Kind#SCALAR}. */
  public Kind kind() {
    return kind;
  }

  /** The class name of the live object, as {@code Class.getName()} gives it. */
  public String typeName() {
    return typeName;
  }

  /** How many elements, entries or named parts there are; 0 for an opaque object. */
  public int size() {
    return kind == Kind.MAP ? parts.length / 2 : parts.length;
  }

  /** The name of a record's part {@code i}. */
  public String name(int i) {
    return names[i];
  }

  /** Element {@code i}, or a record's part {@code i}; for a map its value {@code i}. */
  public @Nullable Object part(int i) {
    return kind == Kind.MAP ? parts[2 * i + 1] : parts[i];
  }

  /** Key {@code i} of a map. */
  public @Nullable Object key(int i) {
    return parts[2 * i];
  }

  /** Why an opaque object could not be looked into; empty for every other kind. */
  public String reason() {
    return kind == Kind.OPAQUE ? names[0] : "";
  }

  @Override
  public String toString() {
    return typeName + "(" + kind + ", " + size() + ")";
  }
}
