package io.understudy.value.unlocked;

import io.understudy.value.RacyReads;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Vector;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code Vector} and sublists. A sublist calls its list, which may be a locking one. */
final class UnlockedLists {
  private UnlockedLists() {}

  /** The function that reads a class; null if its own methods are used. */
  static @Nullable Function<Object, Collection<?>> of(Class<?> type) {
    if (Vector.class.isAssignableFrom(type)) {
      UnlockedVector vector = UnlockedVector.open();
      return vector == null ? null : live -> FieldReader.elements(vector, live);
    }
    switch (type.getName()) {
      case "java.util.SubList":
      case "java.util.AbstractList$SubList":
        return sublist(type);
      case "java.util.RandomAccessSubList":
      case "java.util.AbstractList$RandomAccessSubList":
        return sublist(type.getSuperclass());
      case "java.util.concurrent.CopyOnWriteArrayList$COWSubList":
        return copyOnWriteSublist(type);
      default:
        return null;
    }
  }

  /** Reads a sublist of a list that extends {@code AbstractList}. */
  private static @Nullable Function<Object, Collection<?>> sublist(Class<?> type) {
    UnlockedVector vector = UnlockedVector.open();
    RacyReads.Ref root = RacyReads.refField(type, "root");
    RacyReads.Ref list = root == null ? RacyReads.refField(type, "l") : root; // The name on Java 8.
    RacyReads.Int offset = RacyReads.intField(type, "offset");
    RacyReads.Int size = RacyReads.intField(type, "size");
    if (vector == null || list == null || offset == null || size == null) {
      return null;
    }
    return live -> {
      int from = offset.get(live);
      Object whole = list.get(live);
      while (whole != null && type.isInstance(whole)) { // A sublist of a sublist, on Java 8.
        from += offset.get(whole);
        whole = list.get(whole);
      }
      if (!(whole instanceof Vector)) {
        return (Collection<?>) live;
      }
      return FieldReader.elements(vector.sublist((Vector<?>) whole, from, size), live);
    };
  }

  private static @Nullable Function<Object, Collection<?>> copyOnWriteSublist(Class<?> type) {
    RacyReads.Ref array = RacyReads.refField(type, "expectedArray");
    RacyReads.Int offset = RacyReads.intField(type, "offset");
    RacyReads.Int size = RacyReads.intField(type, "size");
    if (array == null || offset == null || size == null) {
      return null;
    }
    FieldReader reader =
        new FieldReader() {
          @Override
          public int size(Object live) {
            return size.get(live);
          }

          @Override
          public @Nullable Object[] read(Object live) {
            @Nullable Object[] all = (@Nullable Object[]) array.get(live);
            int from = offset.get(live);
            int to = from + size.get(live);
            if (all == null || to > all.length) {
              throw new ConcurrentModificationException();
            }
            return Arrays.copyOfRange(all, from, to, Object[].class);
          }
        };
    return live -> FieldReader.elements(reader, live);
  }
}
