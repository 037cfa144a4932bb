package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.PendingEntries;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The pending stages of all calls. Workers take no new call while this {@linkplain #isFull is
 * full}, so each worker can exceed the limits by at most one call. Thread-safe.
 */
final class PendingStages {
  /** The room for answers, for each byte of room for calls. */
  private static final int ANSWERS = 4;

  private final int mostCalls;
  private final long mostBytes;
  private final PendingEntries<PendingStage> waiting =
      new PendingEntries<>(Integer.MAX_VALUE, Long.MAX_VALUE);
  private final Queue<PendingStage> completed = new ConcurrentLinkedQueue<>();

  /** The memory of answers of other JVMs that no worker has read yet. */
  private final AtomicLong answerBytes = new AtomicLong();

  /** Creates an empty collection that is full at this number of calls or of their bytes. */
  PendingStages(int mostCalls, long mostBytes) {
    this.mostCalls = mostCalls;
    this.mostBytes = mostBytes;
  }

  /** Whether workers must take no new call for now. */
  boolean isFull() {
    return waiting.size() >= mostCalls || waiting.bytes() >= mostBytes;
  }

  /** Whether no stage is pending, and workers have taken all completed ones. */
  boolean isEmpty() {
    return waiting.size() == 0;
  }

  /** Whether a stage of this call point is pending. */
  synchronized boolean has(CallPoint point) {
    boolean[] found = {false};
    waiting.sweep(stage -> found[0] |= stage.call.point() == point);
    return found[0];
  }

  int size() {
    return waiting.size();
  }

  void add(PendingStage stage) {
    waiting.add(stage);
  }

  /** Records that a stage has completed in time; on the thread that completed it. */
  void completed(PendingStage stage) {
    completed.add(stage);
  }

  /** Returns the next completed stage, or null. The caller must {@link #release} it. */
  @Nullable PendingStage pollCompleted() {
    PendingStage next = completed.poll();
    while (next != null && !next.take()) {
      next = completed.poll();
    }
    return next;
  }

  /**
   * Takes room for an answer of another JVM, which may be much larger than its call.
   *
   * @return whether there is room; then the caller must release it
   */
  boolean reserveAnswer(long bytes) {
    long sum = answerBytes.addAndGet(bytes);
    // A large answer may wait alone.
    if (sum / ANSWERS > mostBytes && sum != bytes) {
      answerBytes.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  void releaseAnswer(long bytes) {
    answerBytes.addAndGet(-bytes);
  }

  /** Frees the room of a stage that has ended or that a worker has taken. */
  void release(PendingStage stage) {
    waiting.release(stage);
  }

  /** Ends the stages whose time limit has passed. For the watchdog. */
  synchronized void tick(long now) {
    waiting.sweep(stage -> stage.expireAt(now));
  }

  /** Drops the calls of all stages; for the shutdown, when no worker takes them any more. */
  synchronized void drop() {
    waiting.sweep(PendingStage::drop);
    for (PendingStage next = pollCompleted(); next != null; next = pollCompleted()) {
      release(next);
      next.abandon();
    }
  }
}
