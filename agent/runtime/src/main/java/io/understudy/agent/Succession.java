package io.understudy.agent;

import java.lang.instrument.Instrumentation;

/**
 * One reload: another generation takes the calls, and the earlier one ends. An error may strike at
 * any instruction, so {@link #complete} can be repeated until it returns. If the new generation
 * could not be started, the earlier one stays and the new one ends. For one thread at a time.
 */
final class Succession {
  private final Generation before;
  private final Generation after;
  private final Instrumentation instrumentation;
  private boolean started;
  private int transformed;

  Succession(Generation before, Generation after, Instrumentation instrumentation) {
    this.before = before;
    this.after = after;
    this.instrumentation = instrumentation;
  }

  /** Starts the threads of the new generation; to be called once, before {@link #complete}. */
  void begin() {
    after.weaveCandidates(instrumentation);
    after.start();
    started = true;
  }

  /** The other one of the two generations. */
  Generation otherThan(Generation one) {
    return one == before ? after : before;
  }

  /** The generation that takes the calls from now on. */
  Generation used() {
    return started ? after : before;
  }

  /** Passes the calls to the generation that is used, and ends the other one. */
  void complete() {
    if (started) {
      before.closeEndpoint();
      transformed = after.capture.follow(before.capture, instrumentation);
      before.leave("reloaded");
      before.forget(after);
    } else {
      after.leave("not used");
    }
  }

  /** Describes the change, after {@link #complete}. */
  String summary() {
    return ReloadSummary.between(before, after, transformed);
  }
}
