package io.understudy.agent.replay;

import io.understudy.agent.call.PendingEntries;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The stages that are followed. Bounded by the workers, who take no fresh call while it {@linkplain
 * #isFull is full}: each of them can add one more than there is room for. Thread-safe.
 */
final class PendingStages {
  private final int mostCalls;
  private final long mostBytes;
  private final PendingEntries<PendingStage> waiting =
      new PendingEntries<>(Integer.MAX_VALUE, Long.MAX_VALUE);
  private final Queue<PendingStage> completed = new ConcurrentLinkedQueue<>();

  /** Nothing is followed; full with so many calls, or calls of so many bytes. */
  PendingStages(int mostCalls, long mostBytes) {
    this.mostCalls = mostCalls;
    this.mostBytes = mostBytes;
  }

  /** Whether no more candidates should be asked for now. */
  boolean isFull() {
    return waiting.size() >= mostCalls || waiting.bytes() >= mostBytes;
  }

  /** Whether nothing waits, and all that has completed was taken up. */
  boolean isEmpty() {
    return waiting.size() == 0;
  }

  int size() {
    return waiting.size();
  }

  void add(PendingStage stage) {
    waiting.add(stage);
  }

  /** A stage has completed in time; on the thread that completed it. */
  void completed(PendingStage stage) {
    completed.add(stage);
  }

  /**
   * The next that has completed; the caller owes its {@link #release}. Null where there is none.
   */
  @Nullable PendingStage pollCompleted() {
    return completed.poll();
  }

  /** Gives back the room of what has ended or was taken up. */
  void release(PendingStage stage) {
    waiting.release(stage);
  }

  /** Ends those whose time is up; for the watchdog. */
  synchronized void tick(long now) {
    waiting.sweep(stage -> stage.expireAt(now));
  }

  /** Ends them all, since no worker will take them up. */
  synchronized void drop() {
    waiting.sweep(PendingStage::drop);
    for (PendingStage next = completed.poll(); next != null; next = completed.poll()) {
      release(next);
      next.abandon();
    }
  }
}
