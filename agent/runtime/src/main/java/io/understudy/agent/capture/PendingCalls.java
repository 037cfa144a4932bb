package io.understudy.agent.capture;

import io.understudy.agent.call.PendingEntries;
import io.understudy.agent.call.StageWatch;
import io.understudy.journal.Fate;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The calls whose controls have returned stages that are not complete. Nobody waits for them; they
 * are bounded in number, bytes and time. Thread-safe and lock-free.
 */
final class PendingCalls {
  static final String SHUTDOWN = "shutdown before its stage was complete";

  private final PendingEntries<PendingCall> waiting;
  private final StageWatch watch = new BridgeStageWatch();
  private volatile boolean closed;

  /**
   * None.
   *
   * @param calls the most that may wait
   * @param bytes the most bytes that they may hold together
   */
  PendingCalls(int calls, long bytes) {
    waiting = new PendingEntries<>(calls, bytes);
  }

  /** Why one more would be refused now; null when there is room. */
  @Nullable String refusal() {
    return waiting.refusal();
  }

  /**
   * Adds a call where there is room, before its stage is {@linkplain #watch watched}.
   *
   * @return null when it was added; else why not, and it is the caller's to end
   */
  @Nullable String add(PendingCall call) {
    return waiting.add(call);
  }

  /** Asks the stage to tell; throws what that throws, in whatever state. */
  void watch(PendingCall call, CompletionStage<?> stage) {
    call.watchedBy(watch.watch(stage, call));
    // Race with close(): the call was added before this look, and close() sets the mark before it
    // looks through them all.
    if (closed) {
      call.end(Fate.DROPPED, SHUTDOWN);
    }
  }

  void release(PendingCall call) {
    waiting.release(call);
  }

  /** Ends the calls whose stages take too long; now and then, on a thread of the agent's. */
  synchronized void tick(long now) {
    waiting.sweep(call -> call.expireAt(now));
  }

  /** Ends them all, and those that are still to come. */
  synchronized void close() {
    closed = true;
    waiting.sweep(call -> call.end(Fate.DROPPED, SHUTDOWN));
  }

  /** How many wait. */
  int size() {
    return waiting.size();
  }

  /** What they hold, estimated bytes. */
  long bytes() {
    return waiting.bytes();
  }

  /** What watches stages, for candidates' as well. */
  StageWatch watch() {
    return watch;
  }
}
