package io.understudy.agent.snapshot.jdk;

import io.understudy.value.JdkFields;
import io.understudy.value.view.Unlocked;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads the capacity of a blocking queue without the lock that its methods take. Stateless. */
final class QueueCapacity {
  private static final @Nullable Field OF_QUEUE =
      JdkFields.of(LinkedBlockingQueue.class, "capacity");
  private static final @Nullable Field OF_DEQUE =
      JdkFields.of(LinkedBlockingDeque.class, "capacity");
  private static final @Nullable Field ITEMS = JdkFields.of(ArrayBlockingQueue.class, "items");

  private QueueCapacity() {}

  /** Returns the capacity, at least 1. */
  static int of(Collection<?> live) {
    Field field = live instanceof LinkedBlockingQueue ? OF_QUEUE : OF_DEQUE;
    try {
      if (live instanceof ArrayBlockingQueue) {
        return ITEMS == null
            ? fromMethods(live)
            : Array.getLength(Objects.requireNonNull(ITEMS.get(live)));
      }
      return field == null ? fromMethods(live) : field.getInt(live);
    } catch (IllegalAccessException impossible) {
      return fromMethods(live);
    }
  }

  private static int fromMethods(Collection<?> live) {
    int remaining = ((BlockingQueue<?>) live).remainingCapacity();
    return remaining == Integer.MAX_VALUE
        ? remaining
        : Math.max(1, remaining + Unlocked.elements(live).size());
  }
}
