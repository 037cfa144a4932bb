package io.understudy.agent.call;

import java.util.concurrent.CompletionStage;

/**
 * Reports the completion of the application's stages without waiting for them. After the report, a
 * stage refers to no more of the agent than an empty callback. Thread-safe.
 */
public interface StageWatch {
  /**
   * Registers a listener with a stage. If the stage has completed already, the listener is called
   * now, on this thread. This runs code of the stage's class, which may block, throw, or call back
   * never, twice or from any thread. Only the first callback is passed on.
   *
   * @param stage any stage
   * @param listener called on the completing thread; its exceptions are swallowed
   * @return cancels the watch
   */
  Watch watch(CompletionStage<?> stage, Listener listener);

  /** Receives the completion of a stage. */
  interface Listener {
    /** Receives the completion; called at most once. */
    void completed(Completions.Live with);
  }

  /** A stage that is watched. */
  interface Watch {
    /** Cancels the watch and drops the listener. */
    void forget();
  }
}
