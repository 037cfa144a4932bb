package app;

import java.util.concurrent.atomic.AtomicLong;

/** The control; the application counts its own calls, and all calls. */
public class Legacy {
  static final AtomicLong OWN = new AtomicLong();
  static final AtomicLong ALL = new AtomicLong();

  public int quote(int n) {
    ALL.incrementAndGet();
    return 2 * n;
  }

  /** A call for a purpose of the application. */
  static int own(int n) {
    OWN.incrementAndGet();
    int answer = new Legacy().quote(n);
    if (answer != 2 * n) {
      throw new IllegalStateException("another answer");
    }
    return answer;
  }
}
