package io.understudy.compare.refine;

import java.util.Arrays;

/**
 * A partition of the numbers below a bound into blocks that can be split (Valmari and Lehtinen
 * 2008). A block is a range of one array; the marked numbers of a block come first in it. Not
 * thread-safe.
 */
final class Partition {
  private final int[] items;
  private final int[] places;
  private final int[] blocks;
  private final IntList starts = new IntList();
  private final IntList ends = new IntList();
  private final IntList marked = new IntList();

  /** Creates a partition by the given blocks, numbered from 0 without gaps. */
  Partition(int[] blocks) {
    this.blocks = blocks;
    this.items = new int[blocks.length];
    this.places = new int[blocks.length];
    int count = 0;
    for (int block : blocks) {
      count = Math.max(count, block + 1);
    }
    int[] next = new int[count];
    for (int block : blocks) {
      next[block]++;
    }
    int start = 0;
    for (int block = 0; block < count; block++) {
      starts.add(start);
      start += next[block];
      ends.add(start);
      marked.add(0);
      next[block] = starts.get(block);
    }
    for (int item = 0; item < blocks.length; item++) {
      places[item] = next[blocks[item]]++;
      items[places[item]] = item;
    }
  }

  int blockCount() {
    return starts.size();
  }

  int blockOf(int item) {
    return blocks[item];
  }

  int itemCount() {
    return items.length;
  }

  /** Returns a copy of the items of a block. */
  int[] itemsOf(int block) {
    return Arrays.copyOfRange(items, starts.get(block), ends.get(block));
  }

  /** Marks an item; returns whether it is the first marked one of its block. */
  boolean mark(int item) {
    int block = blocks[item];
    int place = starts.get(block) + marked.get(block);
    int other = items[place];
    items[places[item]] = other;
    places[other] = places[item];
    items[place] = item;
    places[item] = place;
    marked.set(block, marked.get(block) + 1);
    return marked.get(block) == 1;
  }

  /**
   * Splits a block by the keys of its marked items, and removes the marks. Items with one key stay
   * together, and so do those without a mark. The largest part keeps the number of the block; the
   * others get the numbers from {@link #blockCount} on.
   *
   * @param keys for each item its key, not negative
   */
  void split(int block, int[] keys) {
    int start = starts.get(block);
    int middle = start + marked.get(block);
    int end = ends.get(block);
    marked.set(block, 0);
    long[] sorted = new long[middle - start];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = ((long) keys[items[start + i]] << 32) | items[start + i];
    }
    Arrays.sort(sorted);
    int largestStart = middle;
    int largestEnd = end;
    for (int i = 0, from = 0; i < sorted.length; i++) {
      items[start + i] = (int) sorted[i];
      places[items[start + i]] = start + i;
      if (i + 1 == sorted.length || sorted[i] >>> 32 != sorted[i + 1] >>> 32) {
        if (i + 1 - from > largestEnd - largestStart) {
          largestStart = start + from;
          largestEnd = start + i + 1;
        }
        from = i + 1;
      }
    }
    for (int i = 0, from = 0; i < sorted.length; i++) {
      if (i + 1 == sorted.length || sorted[i] >>> 32 != sorted[i + 1] >>> 32) {
        newBlock(start + from, start + i + 1, largestStart);
        from = i + 1;
      }
    }
    newBlock(middle, end, largestStart);
    starts.set(block, largestStart);
    ends.set(block, largestEnd);
  }

  private void newBlock(int from, int to, int largestStart) {
    if (from == to || from == largestStart) {
      return;
    }
    for (int i = from; i < to; i++) {
      blocks[items[i]] = starts.size();
    }
    starts.add(from);
    ends.add(to);
    marked.add(0);
  }
}
