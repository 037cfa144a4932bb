package io.understudy.value.unlocked;

import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Vector;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code Vector} and sublists. A sublist calls its list, which may be a locking one. */
final class UnlockedLists {
  private UnlockedLists() {}

  /** The reader of a class; null if its own methods are used. */
  static @Nullable ContainerReader of(Class<?> type) {
    if (Vector.class.isAssignableFrom(type)) {
      UnlockedVector vector = UnlockedVector.open();
      return vector == null
          ? null
          : ContainerReader.quiet(live -> FieldReader.elements(vector, live));
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
  private static @Nullable ContainerReader sublist(Class<?> type) {
    UnlockedVector vector = UnlockedVector.open();
    RacyReads.Ref root = RacyReads.refField(type, "root");
    RacyReads.Ref list = root == null ? RacyReads.refField(type, "l") : root; // The name on Java 8.
    RacyReads.Int offset = RacyReads.intField(type, "offset");
    RacyReads.Int size = RacyReads.intField(type, "size");
    if (vector == null || list == null || offset == null || size == null) {
      return null;
    }
    Function<Object, @Nullable Object> whole =
        live -> {
          Object at = list.get(live);
          while (at != null && type.isInstance(at)) { // A sublist of a sublist, on Java 8.
            at = list.get(at);
          }
          return at;
        };
    return ContainerReader.of(
        live -> {
          Object all = whole.apply(live);
          ContainerReader own = all == null ? null : ofRoot(all);
          if (own == null && !(all instanceof Vector)) {
            return (Collection<?>) live;
          }
          int from = offset.get(live);
          for (Object at = list.get(live); at != all && at != null; at = list.get(at)) {
            from += offset.get(at);
          }
          if (own != null) {
            return FieldReader.elements(part(own, Objects.requireNonNull(all), from, size), live);
          }
          return FieldReader.elements(vector.sublist((Vector<?>) all, from, size), live);
        },
        live -> {
          Object all = whole.apply(live);
          return all != null
              && !(all instanceof Vector)
              && ofRoot(all) == null
              && !QuietClasses.contains(all.getClass());
        });
  }

  /** The reader of a list of a class that extends one of the JDK; null for every other class. */
  private static @Nullable ContainerReader ofRoot(Object root) {
    return root instanceof Vector || Origin.isJdk(root.getClass())
        ? null
        : SubclassReaders.of(root.getClass());
  }

  private static FieldReader part(
      ContainerReader root, Object whole, int from, RacyReads.Int length) {
    return new FieldReader() {
      @Override
      public int size(Object part) {
        return length.get(part);
      }

      @Override
      public @Nullable Object[] read(Object part) {
        @Nullable Object[] elements = new @Nullable Object[length.get(part)];
        Iterator<?> all = root.contents().apply(whole).iterator();
        for (int i = -from; i < elements.length; i++) {
          if (!all.hasNext()) {
            throw new ConcurrentModificationException();
          }
          Object element = all.next();
          if (i >= 0) {
            elements[i] = element;
          }
        }
        return elements;
      }
    };
  }

  private static @Nullable ContainerReader copyOnWriteSublist(Class<?> type) {
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
    return ContainerReader.quiet(live -> FieldReader.elements(reader, live));
  }
}
