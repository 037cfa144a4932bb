package app;

import java.util.ArrayDeque;

/** A queue of the test itself. The queues of the JDK are guarded by the agent, so that a fault may strike in them. */
final class Mailbox<T> {
  private final ArrayDeque<T> waiting = new ArrayDeque<T>();

  synchronized void add(T next) {
    waiting.add(next);
    notifyAll();
  }

  synchronized T take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    return waiting.poll();
  }

  /** Takes the next element; null if there is none. */
  synchronized T poll() {
    return waiting.poll();
  }
}
