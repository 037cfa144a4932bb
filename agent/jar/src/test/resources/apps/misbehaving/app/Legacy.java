package app;

import java.util.concurrent.atomic.AtomicLong;

/** The controls. They count their calls themselves. */
public class Legacy {
  static final AtomicLong GOOD = new AtomicLong();
  static final AtomicLong BAD = new AtomicLong();
  static final AtomicLong WORSE = new AtomicLong();

  public String good(String key) {
    GOOD.incrementAndGet();
    return work(key);
  }

  public Object bad(String key) {
    BAD.incrementAndGet();
    return work(key);
  }

  public Object worse(String key) {
    WORSE.incrementAndGet();
    return work(key);
  }

  private static String work(String key) {
    int hash = 7;
    for (int i = 0; i < 20_000; i++) {
      hash = 31 * hash + key.charAt(i % key.length());
    }
    return key + hash;
  }
}
