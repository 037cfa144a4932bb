package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/** What one call of a candidate does besides answering, on all its threads. Thread-safe. */
public interface CandidateRun {
  /** A run that does nothing. */
  CandidateRun NONE =
      new CandidateRun() {
        @Override
        public boolean hasCalledControl() {
          return false;
        }

        @Override
        public boolean hasTriedToExit() {
          return false;
        }

        @Override
        public @Nullable String taint(long calledAtMillis) {
          return null;
        }

        @Override
        public void close() {}
      };

  /** Whether the candidate has called the control of its own call point so far. */
  boolean hasCalledControl();

  /** Whether the candidate has tried to end the JVM so far. */
  boolean hasTriedToExit();

  /**
   * Returns why the outcomes of a call prove nothing: the candidate has tried to change what the
   * whole JVM shares, or other code had changed it while the call was under way.
   *
   * @param calledAtMillis when the control was called, milliseconds since the epoch
   * @return one clause; null if the outcomes can be compared
   */
  @Nullable String taint(long calledAtMillis);

  /** Ends the run: what its threads do later does not belong to the call. */
  void close();
}
