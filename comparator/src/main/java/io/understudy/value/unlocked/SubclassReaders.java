package io.understudy.value.unlocked;

import io.understudy.value.RacyReads;
import java.lang.invoke.MethodHandle;
import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedTransferQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads classes that extend a collection or map class of the JDK: by the contents that the JDK
 * class keeps in its fields. The iterator of the JDK class reads them, whatever the subclass
 * overrides. These iterators call no method that a subclass can override.
 */
final class SubclassReaders {
  private static final List<Class<?>> COLLECTIONS =
      Arrays.asList(
          ArrayList.class,
          PriorityQueue.class,
          CopyOnWriteArrayList.class,
          ConcurrentLinkedQueue.class,
          ConcurrentLinkedDeque.class,
          LinkedTransferQueue.class);

  // LinkedHashMap comes before its superclass.
  private static final List<Class<?>> MAPS =
      Arrays.asList(
          LinkedHashMap.class,
          HashMap.class,
          TreeMap.class,
          IdentityHashMap.class,
          EnumMap.class,
          ConcurrentHashMap.class,
          ConcurrentSkipListMap.class);

  private SubclassReaders() {}

  /** The reader of a class that extends one of the JDK; null for every other class. */
  static @Nullable ContainerReader of(Class<?> type) {
    if (ArrayDeque.class.isAssignableFrom(type)) {
      return deque(); // Since Java 11, its iterator calls size().
    }
    for (Class<?> base : COLLECTIONS) {
      if (base.isAssignableFrom(type)) {
        return reader(SuperMethods.of(base, "iterator", Iterator.class), base);
      }
    }
    for (Class<?> base : MAPS) {
      if (base.isAssignableFrom(type)) {
        return reader(entries(base), base);
      }
    }
    if (LinkedList.class.isAssignableFrom(type)) {
      // Its iterator() calls listIterator(int), which a subclass may override.
      return reader(
          SuperMethods.with(LinkedList.class, "listIterator", ListIterator.class, 0),
          LinkedList.class);
    }
    if (HashSet.class.isAssignableFrom(type)) {
      RacyReads.Ref map = RacyReads.refField(HashSet.class, "map");
      return map == null ? null : ContainerReader.quiet(live -> keys(map.get(live)));
    }
    if (CopyOnWriteArraySet.class.isAssignableFrom(type)) {
      RacyReads.Ref list = RacyReads.refField(CopyOnWriteArraySet.class, "al");
      return list == null
          ? null
          : ContainerReader.quiet(live -> (Collection<?>) Objects.requireNonNull(list.get(live)));
    }
    return null;
  }

  private static @Nullable ContainerReader deque() {
    RacyReads.Ref elements = RacyReads.refField(ArrayDeque.class, "elements");
    RacyReads.Int head = RacyReads.intField(ArrayDeque.class, "head");
    RacyReads.Int tail = RacyReads.intField(ArrayDeque.class, "tail");
    if (elements == null || head == null || tail == null) {
      return null;
    }
    FieldReader reader = new UnlockedDeque(elements, head, tail);
    return ContainerReader.quiet(live -> FieldReader.elements(reader, live));
  }

  // The map of a hash set has always a class of the JDK.
  private static Collection<?> keys(@Nullable Object map) {
    return ((Map<?, ?>) Objects.requireNonNull(map)).keySet();
  }

  private static @Nullable MethodHandle entries(Class<?> base) {
    // Since Java 21, LinkedHashMap.entrySet() calls this method, which a subclass may override.
    MethodHandle sequenced =
        base == LinkedHashMap.class
            ? SuperMethods.of(base, "sequencedEntrySet", sequencedSet())
            : null;
    return sequenced == null ? SuperMethods.of(base, "entrySet", Set.class) : sequenced;
  }

  private static Class<?> sequencedSet() {
    try {
      return Class.forName("java.util.SequencedSet");
    } catch (ClassNotFoundException beforeJava21) {
      return Set.class;
    }
  }

  /** Reads by a method that returns an iterator or the set of the entries. */
  private static @Nullable ContainerReader reader(@Nullable MethodHandle contents, Class<?> base) {
    MethodHandle size =
        SuperMethods.ofInt(base == LinkedHashMap.class ? HashMap.class : base, "size");
    if (contents == null || size == null) {
      return null;
    }
    Function<Object, Collection<?>> read = live -> new Contents(contents, size, live);
    return ContainerReader.quiet(read);
  }

  /** The contents of one object. */
  private static final class Contents extends AbstractCollection<@Nullable Object> {
    private final MethodHandle contents;
    private final MethodHandle size;
    private final Object live;

    Contents(MethodHandle contents, MethodHandle size, Object live) {
      this.contents = contents;
      this.size = size;
      this.live = live;
    }

    @Override
    public int size() {
      try {
        return (int) size.invokeExact(live);
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    @SuppressWarnings("unchecked") // Everything is an object.
    public Iterator<@Nullable Object> iterator() {
      try {
        Object read = (Object) contents.invokeExact(live);
        return (Iterator<@Nullable Object>)
            (read instanceof Iterator ? read : ((Collection<?>) read).iterator());
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
