package app;

import java.util.concurrent.atomic.AtomicLong;

/** Generates ids. */
final class Ids {
  private final AtomicLong last = new AtomicLong();

  long next(String text) {
    return last.incrementAndGet();
  }
}
