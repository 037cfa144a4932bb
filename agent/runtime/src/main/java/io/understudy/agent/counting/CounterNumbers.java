package io.understudy.agent.counting;

import io.understudy.bridge.Tally;
import org.jspecify.annotations.Nullable;

/** Hands out counter numbers for methods. Not thread-safe. */
final class CounterNumbers {
  private final @Nullable Object key;
  private int next;
  private int end;

  /** Hands out numbers of the count with this key. */
  CounterNumbers(@Nullable Object key) {
    this.key = key;
  }

  /** Returns a number that no other method has; -1 if there are too many methods. */
  int next() {
    if (next == end) {
      int first = Tally.reserve(key);
      if (first < 0) {
        return -1;
      }
      next = first;
      end = first + Tally.CHUNK;
    }
    return next++;
  }
}
