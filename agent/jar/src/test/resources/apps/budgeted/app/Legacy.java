package app;

import java.util.concurrent.atomic.AtomicLong;

/** A service that counts its own calls. */
public class Legacy {
  static final AtomicLong CALLS = new AtomicLong();

  public String quote(String customer, int number) {
    CALLS.incrementAndGet();
    return Work.of(customer, number);
  }

  public String rare(String customer, int number) {
    CALLS.incrementAndGet();
    return Work.of(customer, number);
  }
}
