package io.understudy.agent.capture;

import io.understudy.agent.call.PendingEntries;
import io.understudy.agent.call.StageWatch;
import io.understudy.journal.Fate;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The calls whose controls have returned stages that are not complete. No thread waits for the
 * stages. The calls are bounded in number, bytes and time. Thread-safe and lock-free.
 */
final class PendingCalls {
  static final String SHUTDOWN = "shutdown before its stage was complete";

  private final PendingEntries<PendingCall> entries;
  private final StageWatch watch = new BridgeStageWatch(true);
  private volatile boolean closed;

  /**
   * Creates an empty set.
   *
   * @param calls maximal number of waiting calls
   * @param bytes maximal estimated size of all waiting calls in bytes
   */
  PendingCalls(int calls, long bytes) {
    entries = new PendingEntries<>(calls, bytes);
  }

  /** Returns the reason why another call would be refused now; null if there is room. */
  @Nullable String refusal() {
    return entries.refusal();
  }

  /**
   * Adds a call if there is room, before its stage is {@linkplain #watch watched}.
   *
   * @return null if the call was added; otherwise the reason why not, and the caller must end the
   *     call
   */
  @Nullable String add(PendingCall call) {
    return entries.add(call);
  }

  /**
   * Registers with the stage. Throws what the stage throws; the stage may have called back before
   * that.
   */
  void watch(PendingCall call, CompletionStage<?> stage) {
    call.watchedBy(watch.watch(stage, call));
    // Race with close(): the call was added before this read, and close() sets the flag before it
    // sweeps.
    if (closed) {
      call.end(Fate.DROPPED, SHUTDOWN);
    }
  }

  void release(PendingCall call) {
    entries.release(call);
  }

  /**
   * Ends the calls whose stages have taken too long; a thread of the agent calls this periodically.
   */
  synchronized void tick(long now) {
    entries.sweep(call -> call.expireAt(now));
  }

  /** Ends all calls, and those that are added later. */
  synchronized void close() {
    closed = true;
    entries.sweep(call -> call.end(Fate.DROPPED, SHUTDOWN));
  }

  /** Lets the calls take at most this many bytes together from now on, within the bound. */
  void limit(long bytes) {
    entries.limit(bytes);
  }

  /** Returns the number of waiting calls. */
  int size() {
    return entries.size();
  }

  /** Returns the estimated size of the waiting calls in bytes. */
  long bytes() {
    return entries.bytes();
  }

  /** Returns the watch on the stages of candidates, for threads of the pool. */
  static StageWatch candidateWatch() {
    return new BridgeStageWatch(false);
  }
}
