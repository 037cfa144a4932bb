package io.understudy.agent.call;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks the threads and calls of candidates, so that code which runs on their behalf cannot end the
 * JVM, and what else it does is counted. Thread-safe.
 */
public interface CandidateScope {
  /** A scope that guards and counts nothing. */
  CandidateScope NONE =
      new CandidateScope() {
        @Override
        public Thread newThread(Runnable task, String name) {
          return new Thread(task, name);
        }

        @Override
        public void markThread() {}

        @Override
        public CandidateRun begin(CallPoint point, int ownSite) {
          return CandidateRun.NONE;
        }

        @Override
        public void leave() {}

        @Override
        public void stop(Thread thread) {}

        @Override
        public void release(Thread thread) {}

        @Override
        public List<Thread> threads() {
          return Collections.emptyList();
        }
      };

  /** Returns a new thread that works for candidates, not yet started. */
  Thread newThread(Runnable task, String name);

  /** Marks the current thread as one of the agent's: its calls are never captured. */
  void markThread();

  /**
   * Begins a call of a candidate on the current thread; {@link #leave} ends it there.
   *
   * @param ownSite the number of the woven method if the candidate's method is woven for the same
   *     point; else -1
   */
  CandidateRun begin(CallPoint point, int ownSite);

  /** Ends the current thread's work for the call that {@link #begin} has begun. */
  void leave();

  /**
   * Stops what a thread runs of a candidate, at the next stop point that is woven into the
   * candidate's classes, until {@link #release}.
   */
  void stop(Thread thread);

  /** Lets the thread pass its stop points again. */
  void release(Thread thread);

  /** Sets what looks at the memory at the stop points of candidates. */
  default void watchMemory(MemoryLook look) {}

  /**
   * Sets whether stop points look at the memory before the next garbage collection. A collection
   * that has run until now is forgotten.
   */
  default void expectCollection(boolean isWatched) {}

  /** Returns the call point for whose candidate this thread works; null if it is not known. */
  default @Nullable CallPoint currentPoint() {
    return null;
  }

  /** Returns the threads that work for candidates now. */
  List<Thread> threads();
}
