package io.understudy.agent.capture;

import io.understudy.agent.guard.JvmState;
import io.understudy.agent.weave.BridgeKey;
import io.understudy.bridge.Settings;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices changes of what the whole JVM shares that no setter reports, such as by reflection.
 * Compares the state after each call of a candidate with the state before the first of the calls
 * under way, restores it, and remembers for which time the evidence proves nothing.
 *
 * <p>Where the application has changed a setting meanwhile, or no candidate was under way, the
 * change is taken as the application's. One instance for the JVM, since the state belongs to it.
 * Thread-safe.
 */
final class StateGuard {
  static final StateGuard INSTANCE = new StateGuard();

  /** The time that a setter of the application has to report its end, in milliseconds. */
  private static final long PATIENCE = 2;

  private final JvmState state = new JvmState();
  private int running;
  private int changes;
  private long taintedUntil = Long.MIN_VALUE;
  private @Nullable String taint;

  private StateGuard() {}

  /** Begins a call of a candidate. */
  synchronized void begin() {
    // An error may have struck at the end of an earlier call, or in its reading.
    if (running == 0 || !state.isRead()) {
      read();
    }
    running++;
  }

  /**
   * Compares the state after a call of a candidate, before {@link #end}.
   *
   * @param key lets this thread restore settings
   * @param point the call point that the reason names
   * @param restored receives each setting that was changed
   */
  synchronized void check(BridgeKey key, String point, Consumer<String> restored) {
    int known = Settings.changes();
    if (state.differences().isEmpty()) {
      // A setting that the application has set to the same value excuses no later change.
      changes = known;
      return;
    }
    List<String> differences = confirmed();
    if (differences.isEmpty()) {
      read();
      return;
    }
    key.restore(state::restore);
    taintedUntil = System.currentTimeMillis();
    taint = String.join(", ", differences) + " was changed and restored during a call of " + point;
    differences.forEach(restored);
    read();
  }

  /** Ends a call of a candidate. */
  synchronized void end() {
    running = Math.max(0, running - 1);
    if (running == 0) {
      // Until then the reading holds what it may have to restore.
      state.forget();
    }
  }

  private void read() {
    // Before the reading: what changes meanwhile is found later, and is the application's.
    changes = Settings.changes();
    state.read(true);
  }

  /** Returns the differences that are not the application's. */
  private List<String> confirmed() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException overdue) {
      Thread.currentThread().interrupt();
    }
    List<String> differences = state.differences();
    return changes == Settings.changes() ? differences : Collections.emptyList();
  }

  /** See {@link io.understudy.agent.call.CandidateRun#taint}. */
  synchronized @Nullable String taint(long calledAtMillis) {
    return calledAtMillis <= taintedUntil ? taint : null;
  }
}
