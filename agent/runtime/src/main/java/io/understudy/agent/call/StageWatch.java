package io.understudy.agent.call;

import java.util.concurrent.CompletionStage;

/**
 * How the agent learns that a stage of the application's has completed, without waiting for it and
 * without the stage ever holding more of the agent than an empty shell. Thread-safe.
 */
public interface StageWatch {
  /**
   * Asks a stage to tell when it completes; on this thread, now, if it has. The stage's own class
   * runs here, and may do anything: block, throw, call back never, twice, or from any thread. Only
   * the first call back is passed on.
   *
   * @param stage any stage
   * @param listener is called on the completing thread; what it throws goes nowhere
   * @return lets go of the listener
   */
  Watch watch(CompletionStage<?> stage, Listener listener);

  /** Learns what a stage completed with. */
  interface Listener {
    /** The stage has completed; called once at the most. */
    void completed(Completions.Live with);
  }

  /** A stage that is watched. */
  interface Watch {
    /** Cancels the watch and drops the listener. */
    void forget();
  }
}
