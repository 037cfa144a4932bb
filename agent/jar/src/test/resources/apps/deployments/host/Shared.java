package host;

import java.util.concurrent.atomic.AtomicInteger;

/** A candidate that all deployments share; each has an instance of its own. */
public class Shared {
  public static final AtomicInteger MADE = new AtomicInteger();
  public static final AtomicInteger ASKED = new AtomicInteger();

  public Shared() {
    MADE.incrementAndGet();
  }

  public String shared(String text) {
    ASKED.incrementAndGet();
    return text;
  }
}
