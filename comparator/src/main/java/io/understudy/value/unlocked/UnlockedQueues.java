package io.understudy.value.unlocked;

import io.understudy.value.JdkFields;
import io.understudy.value.RacyReads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads the blocking queues; their iterators and sizes take a lock that other threads need. */
final class UnlockedQueues {
  private UnlockedQueues() {}

  /** The function that reads a class; null if its own methods are used. */
  static @Nullable Function<Object, Collection<?>> of(Class<?> type) {
    if (DelayQueue.class.isAssignableFrom(type)) {
      RacyReads.Ref heap = RacyReads.refField(DelayQueue.class, "q");
      return heap == null ? null : live -> (Collection<?>) Objects.requireNonNull(heap.get(live));
    }
    FieldReader reader = reader(type);
    return reader == null ? null : live -> FieldReader.elements(reader, live);
  }

  private static @Nullable FieldReader reader(Class<?> type) {
    if (ArrayBlockingQueue.class.isAssignableFrom(type)) {
      return ring();
    }
    if (PriorityBlockingQueue.class.isAssignableFrom(type)) {
      return heap();
    }
    if (LinkedBlockingQueue.class.isAssignableFrom(type)) {
      RacyReads.Ref count = RacyReads.refField(LinkedBlockingQueue.class, "count");
      return count == null
          ? null
          : chain(
              LinkedBlockingQueue.class,
              "head",
              live -> ((AtomicInteger) Objects.requireNonNull(count.get(live))).get());
    }
    if (LinkedBlockingDeque.class.isAssignableFrom(type)) {
      RacyReads.Int count = RacyReads.intField(LinkedBlockingDeque.class, "count");
      return count == null ? null : chain(LinkedBlockingDeque.class, "first", count::get);
    }
    return null;
  }

  private static @Nullable FieldReader ring() {
    RacyReads.Ref items = RacyReads.refField(ArrayBlockingQueue.class, "items");
    RacyReads.Int take = RacyReads.intField(ArrayBlockingQueue.class, "takeIndex");
    RacyReads.Int count = RacyReads.intField(ArrayBlockingQueue.class, "count");
    if (items == null || take == null || count == null) {
      return null;
    }
    return new DoubleRead(count::get) {
      @Override
      @Nullable Object[] readOnce(Object live) {
        @Nullable Object[] ring = (@Nullable Object[]) Objects.requireNonNull(items.get(live));
        int from = take.get(live);
        @Nullable Object[] elements = new @Nullable Object[count.get(live)];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = ring[(from + i) % ring.length];
        }
        return elements;
      }
    };
  }

  private static @Nullable FieldReader heap() {
    RacyReads.Ref items = RacyReads.refField(PriorityBlockingQueue.class, "queue");
    RacyReads.Int size = RacyReads.intField(PriorityBlockingQueue.class, "size");
    if (items == null || size == null) {
      return null;
    }
    return new DoubleRead(size::get) {
      @Override
      @Nullable Object[] readOnce(Object live) {
        int count = size.get(live);
        @Nullable Object[] heap = (@Nullable Object[]) Objects.requireNonNull(items.get(live));
        return Arrays.copyOf(heap, Math.min(count, heap.length), Object[].class);
      }
    };
  }

  private static @Nullable FieldReader chain(
      Class<?> type, String first, ToIntFunction<Object> count) {
    Class<?> node = JdkFields.inner(type, "Node");
    RacyReads.Ref head = RacyReads.refField(type, first);
    if (node == null || head == null) {
      return null;
    }
    RacyReads.Ref item = RacyReads.refField(node, "item");
    RacyReads.Ref next = RacyReads.refField(node, "next");
    if (item == null || next == null) {
      return null;
    }
    return new DoubleRead(count) {
      @Override
      @Nullable Object[] readOnce(Object live) {
        List<@Nullable Object> elements = new ArrayList<>();
        int most = count.applyAsInt(live) + 1; // The head node of a queue has no element.
        Object at = head.get(live);
        while (at != null && most-- > 0) {
          Object element = item.get(at);
          if (element != null) { // Null if it was removed.
            elements.add(element);
          }
          Object after = next.get(at);
          at = after == at ? head.get(live) : after; // A removed node refers to itself.
        }
        return elements.toArray();
      }
    };
  }

  /** Reads twice and compares, because the queue has no count of changes. */
  private abstract static class DoubleRead implements FieldReader {
    private final ToIntFunction<Object> size;

    DoubleRead(ToIntFunction<Object> size) {
      this.size = size;
    }

    abstract @Nullable Object[] readOnce(Object live);

    @Override
    public int size(Object live) {
      return size.applyAsInt(live);
    }

    @Override
    public @Nullable Object[] read(Object live) {
      return RacyReads.readConsistently(
          () -> {
            @Nullable Object[] first = readOnce(live);
            RacyReads.fence();
            @Nullable Object[] second = readOnce(live);
            return isSame(first, second) ? first : null;
          });
    }

    private static boolean isSame(@Nullable Object[] first, @Nullable Object[] second) {
      boolean same = first.length == second.length;
      for (int i = 0; same && i < first.length; i++) {
        same = first[i] != null && first[i] == second[i];
      }
      return same;
    }
  }
}
