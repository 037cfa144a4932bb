package io.understudy.compare.align;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The places of an array by the hashes of their elements; a place can be removed. Not thread-safe.
 */
public final class HashBuckets {
  private final long[] hashes;
  private final int[] heads;
  private final int[] next;

  /** Creates buckets of all places of an array, which must not change. */
  public HashBuckets(long[] hashes) {
    this.hashes = hashes;
    this.next = new int[hashes.length];
    this.heads = new int[Integer.highestOneBit(Math.max(4, hashes.length)) * 2];
    Arrays.fill(heads, -1);
    // From the end of the array, so that each chain is in ascending order.
    for (int i = hashes.length - 1; i >= 0; i--) {
      int slot = slot(hashes[i]);
      next[i] = heads[slot];
      heads[slot] = i;
    }
  }

  /** Returns the number of places with this hash, at most 2. */
  public int countUpTo2(long hash) {
    return count(hash, 2);
  }

  /** Returns the number of places with this hash, at most {@code most}. */
  int count(long hash, int most) {
    int count = 0;
    for (int i = heads[slot(hash)]; i >= 0 && count < most; i = next[i]) {
      if (hashes[i] == hash) {
        count++;
      }
    }
    return count;
  }

  /** Passes every place with this hash, in ascending order. */
  void forEach(long hash, IntConsumer into) {
    for (int i = heads[slot(hash)]; i >= 0; i = next[i]) {
      if (hashes[i] == hash) {
        into.accept(i);
      }
    }
  }

  /** Returns the only place with this hash; -1 when there is none, or several. */
  int only(long hash) {
    int only = -1;
    for (int i = heads[slot(hash)]; i >= 0; i = next[i]) {
      if (hashes[i] == hash) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  /**
   * Removes and returns the first place with this hash that passes a test; -1 when there is none.
   */
  public int take(long hash, IntPredicate test) {
    int slot = slot(hash);
    int before = -1;
    for (int i = heads[slot]; i >= 0; i = next[i]) {
      if (hashes[i] == hash && test.test(i)) {
        if (before < 0) {
          heads[slot] = next[i];
        } else {
          next[before] = next[i];
        }
        return i;
      }
      before = i;
    }
    return -1;
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (heads.length - 1);
  }
}
