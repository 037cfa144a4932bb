package io.understudy.agent.budget;

import java.util.List;

/** What the pool of one generation does, as the budget measures it. Thread-safe. */
public interface PoolLoad {
  /** Returns the number of calls that wait for a worker. */
  int waiting();

  /** Returns the number of workers that serve a call now. */
  int running();

  /** Returns the threads of workers that serve a call now. */
  List<Thread> serving();

  /** Returns all threads that work for candidates: workers, and threads that candidates started. */
  List<Thread> threads();

  /** Whether no call waits or is served, so that nothing has to be measured. */
  boolean isIdle();

  /** Wakes what sleeps for long while there is no traffic. */
  void wake();
}
