package io.understudy.agent.call;

/**
 * What capture gives its calls to. Called on the application's threads: never blocks, never waits
 * for a lock, never throws.
 */
public interface CallSink {
  /** Whether a call would find room now; asked before anything is copied. */
  boolean hasRoom();

  /** Takes a call, or ends it as dropped where there is no room after all. */
  void accept(Call call);
}
