package io.understudy.agent.counting;

import io.understudy.bridge.Tally;

/** Hands out counter numbers for methods. Not thread-safe. */
final class CounterNumbers {
  private int next;
  private int end;

  /** Returns a number that no other method has; -1 if there are too many methods. */
  int next() {
    if (next == end) {
      int first = Tally.reserve();
      if (first < 0) {
        return -1;
      }
      next = first;
      end = first + Tally.CHUNK;
    }
    return next++;
  }
}
