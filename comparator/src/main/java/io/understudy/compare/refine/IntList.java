package io.understudy.compare.refine;

import java.util.Arrays;

/** A list of ints that grows. Not thread-safe. */
final class IntList {
  private int[] items = new int[64];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  int get(int i) {
    return items[i];
  }

  void set(int i, int item) {
    items[i] = item;
  }

  int size() {
    return size;
  }

  int removeLast() {
    return items[--size];
  }

  void clear() {
    size = 0;
  }
}
