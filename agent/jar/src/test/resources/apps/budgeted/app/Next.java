package app;

import java.util.concurrent.atomic.AtomicLong;

/** Answers as the legacy does, and counts what it is asked. */
public class Next {
  static final AtomicLong ASKED = new AtomicLong();
  static final AtomicLong ASKED_WITHOUT_CUSTOMER = new AtomicLong();

  static final AtomicLong ASKED_RARE = new AtomicLong();

  public String quote(String customer, int number) {
    ASKED.incrementAndGet();
    if (customer == null) {
      ASKED_WITHOUT_CUSTOMER.incrementAndGet();
    }
    return Work.of(customer, number);
  }

  public String rare(String customer, int number) {
    ASKED.incrementAndGet();
    ASKED_RARE.incrementAndGet();
    return Work.of(customer, number);
  }
}
