package io.understudy.agent.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key within its group. Immutable; equal by group and value. */
final class OrderKey {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  final OrderGroup group;
  private final Object value;
  private final long hash;

  /**
   * Creates a key.
   *
   * @param value a result of {@link KeyValue#of}, or a {@link ThreadIdentity}
   */
  OrderKey(OrderGroup group, Object value) {
    this.group = group;
    this.value = value;
    this.hash = mix(wide(value) + 31L * System.identityHashCode(group));
  }

  /** Returns a hash of 64 bits; different keys practically never have the same one. */
  long hash() {
    return hash;
  }

  // Not String.hashCode(): texts such as ids of customers would often have the same 32 bits.
  private static long wide(Object value) {
    if (value instanceof String) {
      String text = (String) value;
      long wide = FNV_OFFSET;
      for (int i = 0; i < text.length(); i++) {
        wide = (wide ^ text.charAt(i)) * FNV_PRIME;
      }
      return wide;
    }
    if (value instanceof Long) {
      return (Long) value;
    }
    if (value instanceof UUID) {
      UUID id = (UUID) value;
      return id.getMostSignificantBits() * FNV_PRIME + id.getLeastSignificantBits();
    }
    return value.hashCode();
  }

  // The finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
  // Generators).
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof OrderKey)) {
      return false;
    }
    OrderKey that = (OrderKey) other;
    return hash == that.hash && group == that.group && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return (int) hash;
  }
}
