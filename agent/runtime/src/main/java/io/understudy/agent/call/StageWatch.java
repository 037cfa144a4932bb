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
   * @param told who is told, on the completing thread; what it throws goes nowhere
   * @return what lets go of {@code told}
   */
  Watch watch(CompletionStage<?> stage, Told told);

  /** Who is told what a stage completed with. */
  interface Told {
    /** The stage has completed; called once at the most. */
    void completed(Completions.Live with);
  }

  /** A stage that is watched. */
  interface Watch {
    /** Tells nobody any more, and lets go of who was to be told. */
    void forget();
  }
}
