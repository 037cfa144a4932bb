package io.understudy.agent.replay;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The turn of the one worker that waits for the next call; all other idle workers sleep (leader and
 * followers, after Schmidt et al.). So the number of wake-ups does not grow with the number of
 * threads. Thread-safe and without locks: a worker that has died or is suspended loses its turn.
 */
final class Turn {
  /** The longest time between two signs of life of the worker that has the turn. */
  private static final long SILENCE = 3_000_000_000L;

  private final AtomicReference<@Nullable Thread> holder = new AtomicReference<>();
  private volatile long seen;

  /** Takes the turn if no other living worker has it; returns whether this thread has it now. */
  boolean take(long now) {
    Thread current = Thread.currentThread();
    Thread other = holder.get();
    boolean isFree = other == null || !other.isAlive() || now - seen > SILENCE;
    if (other == current || (isFree && holder.compareAndSet(other, current))) {
      seen = now;
      return true;
    }
    return false;
  }

  /** Announces that the worker with the turn sleeps for this time, in nanoseconds. */
  void sleeps(long now, long nanos) {
    seen = now + nanos;
  }

  /** Gives the turn up, if this thread has it. */
  void pass() {
    holder.compareAndSet(Thread.currentThread(), null);
  }

  /** Whether no worker waits for the next call. */
  boolean isVacant() {
    Thread other = holder.get();
    return other == null || !other.isAlive();
  }
}
