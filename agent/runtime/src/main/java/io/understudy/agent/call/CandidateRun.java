package io.understudy.agent.call;

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
        public void close() {}
      };

  /** Whether the candidate has called the control of its own call point so far. */
  boolean hasCalledControl();

  /** Whether the candidate has tried to end the JVM so far. */
  boolean hasTriedToExit();

  /** Ends the run: what its threads do later does not belong to the call. */
  void close();
}
