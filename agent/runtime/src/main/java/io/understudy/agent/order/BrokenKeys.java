package io.understudy.agent.order;

import io.understudy.journal.Fate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The keys of which a call was not replayed, with the fate of the first such call. A key stays in
 * it, since the candidate's state stays without that call. Bounded: when it is full, every key
 * counts as broken, so that no break is ever forgotten. Thread-safe and lock-free, for the
 * application's threads.
 *
 * <p>A table with open addressing. A slot holds 60 bits of the key's hash and the fate in the low 4
 * bits; 0 is empty.
 */
final class BrokenKeys {
  private static final Fate[] FATES = Fate.values();
  private static final long FATE = 15;

  private final AtomicLongArray slots;
  private final int mask;
  private final int most;
  private final AtomicInteger count = new AtomicInteger();
  private volatile @Nullable Fate overflow;

  /** Creates an empty table for at most this number of keys. */
  BrokenKeys(int most) {
    // At most half full, so that searches are short.
    int size = Integer.highestOneBit(Math.max(2, most)) << 2;
    this.slots = new AtomicLongArray(size);
    this.mask = size - 1;
    this.most = most;
  }

  /** Adds a key; its first cause stays. */
  void add(OrderKey key, Fate cause) {
    long wanted = (key.hash() & ~FATE) | (cause.ordinal() + 1);
    int at = (int) (key.hash() >>> 32) & mask;
    int left = mask;
    while (overflow == null) {
      long now = slots.get(at);
      if (now == 0) {
        if (count.get() >= most) {
          overflow = cause;
        } else if (slots.compareAndSet(at, 0, wanted)) {
          count.incrementAndGet();
          return;
        }
      } else if ((now & ~FATE) == (wanted & ~FATE)) {
        return;
      } else if (left-- == 0) {
        // Race: more threads than there is room have added keys at the same moment.
        overflow = cause;
      } else {
        at = (at + 1) & mask;
      }
    }
  }

  /** Returns why a key is broken; null if it is not. */
  @Nullable Fate causeOf(OrderKey key) {
    Fate all = key.group.brokenBy();
    if (all != null) {
      return all;
    }
    if (count.get() == 0) {
      return overflow;
    }
    int at = (int) (key.hash() >>> 32) & mask;
    int left = mask;
    for (long now = slots.get(at); now != 0 && left >= 0; now = slots.get(at)) {
      if ((now & ~FATE) == (key.hash() & ~FATE)) {
        return FATES[(int) (now & FATE) - 1];
      }
      at = (at + 1) & mask;
      left--;
    }
    return overflow;
  }
}
