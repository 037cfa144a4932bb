package io.understudy.value.unlocked;

import io.understudy.value.RacyReads;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** Reads a {@code Vector} or a sublist of one by its fields. */
final class UnlockedVector implements FieldReader {
  private final RacyReads.Ref elements;
  private final RacyReads.Int count;
  private final RacyReads.Int changes;

  private UnlockedVector(RacyReads.Ref elements, RacyReads.Int count, RacyReads.Int changes) {
    this.elements = elements;
    this.count = count;
    this.changes = changes;
  }

  /** The reader; null if the fields cannot be read. */
  static @Nullable UnlockedVector open() {
    RacyReads.Ref elements = RacyReads.refField(Vector.class, "elementData");
    RacyReads.Int count = RacyReads.intField(Vector.class, "elementCount");
    RacyReads.Int changes = RacyReads.intField(AbstractList.class, "modCount");
    return elements == null || count == null || changes == null
        ? null
        : new UnlockedVector(elements, count, changes);
  }

  @Override
  public int size(Object live) {
    return count.get(live);
  }

  @Override
  public @Nullable Object[] read(Object live) {
    return RacyReads.readConsistently(() -> readTwice(live, 0, Integer.MAX_VALUE));
  }

  /**
   * Reads twice. On Java 8 a vector counts a change before it makes it, and clears its elements
   * before it changes their number: one reading may see a part of that, and nulls.
   */
  private @Nullable Object @Nullable [] readTwice(Object live, int from, int length) {
    @Nullable Object[] first = readOnce(live, from, length);
    if (first == null) {
      return null;
    }
    @Nullable Object[] second = readOnce(live, from, length);
    return second != null && areSame(first, second) ? second : null;
  }

  private static boolean areSame(@Nullable Object[] first, @Nullable Object[] second) {
    if (first.length != second.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (first[i] != second[i]) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object @Nullable [] readOnce(Object live, int from, int length) {
    int before = changes.get(live);
    int size = count.get(live);
    RacyReads.fence();
    @Nullable Object[] all = (@Nullable Object[]) elements.get(live);
    if (all == null || size > all.length || from > size) {
      return null;
    }
    int to = length == Integer.MAX_VALUE ? size : Math.min(size, from + length);
    @Nullable Object[] copy = Arrays.copyOfRange(all, from, to, Object[].class);
    RacyReads.fence();
    return changes.get(live) == before && count.get(live) == size ? copy : null;
  }

  /**
   * The reader of a sublist.
   *
   * @param whole the vector
   * @param from the first index in it
   * @param length the field of the sublist that holds its length
   */
  FieldReader sublist(Vector<?> whole, int from, RacyReads.Int length) {
    return new FieldReader() {
      @Override
      public int size(Object part) {
        return length.get(part);
      }

      @Override
      public @Nullable Object[] read(Object part) {
        // The sublist stores the change count that it expects of the vector.
        if (changes.get(part) != changes.get(whole)) {
          throw new ConcurrentModificationException();
        }
        int size = length.get(part);
        @Nullable Object[] read = RacyReads.readConsistently(() -> readTwice(whole, from, size));
        if (read.length != size) {
          throw new ConcurrentModificationException();
        }
        return read;
      }
    };
  }
}
