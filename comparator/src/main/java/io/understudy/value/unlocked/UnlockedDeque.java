package io.understudy.value.unlocked;

import io.understudy.value.RacyReads;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the ring of an {@code ArrayDeque} by its fields. */
final class UnlockedDeque implements FieldReader {
  private final RacyReads.Ref elements;
  private final RacyReads.Int head;
  private final RacyReads.Int tail;

  UnlockedDeque(RacyReads.Ref elements, RacyReads.Int head, RacyReads.Int tail) {
    this.elements = elements;
    this.head = head;
    this.tail = tail;
  }

  @Override
  public int size(Object live) {
    return size(ring(live), head.get(live), tail.get(live));
  }

  private @Nullable Object[] ring(Object live) {
    return (@Nullable Object[]) Objects.requireNonNull(elements.get(live));
  }

  private static int size(@Nullable Object[] ring, int from, int to) {
    return from <= to ? to - from : to - from + ring.length;
  }

  @Override
  public @Nullable Object[] read(Object live) {
    return RacyReads.readConsistently(() -> readOnce(live));
  }

  // A deque has no count of changes. An element is null only if it was removed meanwhile.
  private @Nullable Object @Nullable [] readOnce(Object live) {
    @Nullable Object[] ring = ring(live);
    int from = head.get(live);
    int to = tail.get(live);
    RacyReads.fence();
    int size = size(ring, from, to);
    if (size < 0 || size > ring.length) {
      return null;
    }
    @Nullable Object[] copy = new @Nullable Object[size];
    for (int i = 0; i < size; i++) {
      copy[i] = ring[(from + i) % ring.length];
      if (copy[i] == null) {
        return null;
      }
    }
    RacyReads.fence();
    return ring == elements.get(live) && from == head.get(live) && to == tail.get(live)
        ? copy
        : null;
  }
}
