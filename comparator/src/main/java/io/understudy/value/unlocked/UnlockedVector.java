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
    RacyReads.Ref elements = RacyReads.ref(Vector.class, "elementData");
    RacyReads.Int count = RacyReads.number(Vector.class, "elementCount");
    RacyReads.Int changes = RacyReads.number(AbstractList.class, "modCount");
    return elements == null || count == null || changes == null
        ? null
        : new UnlockedVector(elements, count, changes);
  }

  @Override
  public int size(Object live) {
    return count.of(live);
  }

  @Override
  public @Nullable Object[] read(Object live) {
    return RacyReads.whole(() -> once(live, 0, Integer.MAX_VALUE));
  }

  private @Nullable Object @Nullable [] once(Object live, int from, int length) {
    int before = changes.of(live);
    int size = count.of(live);
    RacyReads.fence();
    @Nullable Object[] all = (@Nullable Object[]) elements.of(live);
    if (all == null || size > all.length || from > size) {
      return null;
    }
    int to = length == Integer.MAX_VALUE ? size : Math.min(size, from + length);
    @Nullable Object[] copy = Arrays.copyOfRange(all, from, to, Object[].class);
    RacyReads.fence();
    return changes.of(live) == before && count.of(live) == size ? copy : null;
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
        return length.of(part);
      }

      @Override
      public @Nullable Object[] read(Object part) {
        // The sublist stores the change count that it expects of the vector.
        if (changes.of(part) != changes.of(whole)) {
          throw new ConcurrentModificationException();
        }
        int size = length.of(part);
        @Nullable Object[] read = RacyReads.whole(() -> once(whole, from, size));
        if (read.length != size) {
          throw new ConcurrentModificationException();
        }
        return read;
      }
    };
  }
}
