package io.understudy.agent.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets as many requests go at a time as there are connections. Some more wait here in their order,
 * without a thread; the end of another request lets them go. Whoever adds a request beyond that
 * waits itself, so that no more calls are taken than the server can answer. Thread-safe.
 */
final class RequestQueue {
  private final int mostWaiting;
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private int free;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param connections how many requests may go at a time
   * @param mostWaiting how many more may wait
   */
  RequestQueue(int connections, int mostWaiting) {
    this.free = connections;
    this.mostWaiting = mostWaiting;
  }

  /** What became of a request that was added. */
  enum Entry {
    /** It may go now. */
    GO,
    /** It waits, and {@link #leave} returns it later. */
    WAIT,
    /** There was no room in time. */
    BUSY,
    /** The queue is closed. */
    CLOSED
  }

  /**
   * Adds a request.
   *
   * @param millis how long the caller waits for a place at most
   * @throws InterruptedException when the caller is interrupted while it waits
   */
  synchronized Entry enter(Exchange exchange, long millis) throws InterruptedException {
    long start = System.nanoTime();
    while (!closed && free == 0 && waiting.size() >= mostWaiting) {
      long left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      if (left <= 0) {
        return Entry.BUSY;
      }
      wait(left);
    }
    if (closed) {
      return Entry.CLOSED;
    }
    if (free > 0) {
      free--;
      exchange.hasRoom = true;
      return Entry.GO;
    }
    waiting.add(exchange);
    return Entry.WAIT;
  }

  /**
   * Removes a request that has ended; has no effect if it was removed before.
   *
   * @return the request that goes in its place; null if there is none
   */
  synchronized @Nullable Exchange leave(Exchange exchange) {
    notifyAll();
    if (!exchange.hasRoom) {
      waiting.remove(exchange);
      return null;
    }
    exchange.hasRoom = false;
    Exchange next = waiting.poll();
    // One that has just ended is not removed yet.
    while (next != null && next.isOver()) {
      next = waiting.poll();
    }
    if (next == null) {
      free++;
    } else {
      next.hasRoom = true;
    }
    return next;
  }

  /** Lets no more requests go; those that wait are dropped, and end at their time limits. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    notifyAll();
  }
}
