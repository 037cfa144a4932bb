package app;

import java.util.ArrayDeque;

/** A queue of the test itself. The queues of the JDK are guarded by the agent, so that a fault may strike in them. */
final class Mailbox<T> {
  private final ArrayDeque<T> waiting = new ArrayDeque<T>();
  private boolean hasTaker;

  synchronized void add(T next) {
    waiting.add(next);
    notifyAll();
  }

  synchronized T take() throws InterruptedException {
    hasTaker = true;
    try {
      while (waiting.isEmpty()) {
        wait();
      }
      return waiting.poll();
    } finally {
      hasTaker = false;
    }
  }

  /** Whether all elements were taken and a thread waits for the next. */
  synchronized boolean isIdle() {
    return hasTaker && waiting.isEmpty();
  }

  /** Takes the next element; null if there is none. */
  synchronized T poll() {
    return waiting.poll();
  }
}
