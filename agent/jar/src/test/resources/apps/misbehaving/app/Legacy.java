package app;

import java.util.Arrays;
import java.util.Collections;
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
    return shaped(key);
  }

  /** An answer of the shape that a system property names. */
  static Object shaped(String key) {
    switch (System.getProperty("shape", "text")) {
      case "list":
        return Arrays.asList("x", "x", "x");
      case "map":
        return Collections.singletonMap("k", Arrays.asList("x", "x"));
      case "chars":
        return new StringBuilder("x");
      case "bean":
        return new Bean();
      default:
        return key;
    }
  }

  /** A bean without an equals of its own. */
  public static class Bean {
    public final String text = "x";
  }

  private static String work(String key) {
    int hash = 7;
    for (int i = 0; i < 20_000; i++) {
      hash = 31 * hash + key.charAt(i % key.length());
    }
    return key + hash;
  }
}
