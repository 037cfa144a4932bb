package app;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The application's own count of its calls, and what was wrong with their results. */
final class Counter {
  static final Map<String, AtomicLong> MADE = new ConcurrentHashMap<String, AtomicLong>();
  static final Map<String, AtomicLong> RAN = new ConcurrentHashMap<String, AtomicLong>();
  static final AtomicInteger DEATHS = new AtomicInteger();
  private static final ThreadLocal<String> BODY = new ThreadLocal<String>();
  private static final Mailbox<String> WRONG = new Mailbox<String>();

  private Counter() {}

  static void ran(String point) {
    if (!Thread.currentThread().getName().startsWith("understudy")) {
      add(RAN, point);
      BODY.set(point);
    }
  }

  static long of(Map<String, AtomicLong> counts, String point) {
    AtomicLong count = counts.get(point);
    return count == null ? 0 : count.get();
  }

  private static void add(Map<String, AtomicLong> counts, String point) {
    AtomicLong count = counts.get(point);
    if (count == null) {
      counts.putIfAbsent(point, new AtomicLong());
      count = counts.get(point);
    }
    count.incrementAndGet();
  }

  /** Counts the calls that were stopped before their body as calls whose body ran. */
  static void level(String point) {
    add(RAN, point);
    RAN.get(point).set(of(MADE, point));
  }

  static void wrong(String what) {
    WRONG.add(what);
  }

  /** Takes all that was wrong; empty if nothing was. */
  static String takeWrong() {
    StringBuilder text = new StringBuilder();
    for (String each = WRONG.poll(); each != null; each = WRONG.poll()) {
      text.append(text.length() == 0 ? "" : "; ").append(each);
    }
    return text.toString();
  }

  /** Makes one call and compares what it returns, or throws, with what it would without the agent. */
  static Object call(String point, Object expected, Callable<?> call) {
    add(MADE, point);
    BODY.remove();
    try {
      Object result = call.call();
      if (expected != null && !expected.equals(result)) {
        wrong(point + " returned " + result + " instead of " + expected);
      }
      return result;
    } catch (ThreadDeath stopped) {
      DEATHS.incrementAndGet();
    } catch (StackOverflowError noStack) {
      // As if the frame of the control were larger: neither its body runs, nor is it counted.
      if (point.equals(BODY.get())) {
        wrong(point + " has run and threw " + noStack);
      }
    } catch (Throwable thrown) {
      if (!String.valueOf(thrown).equals(expected)) {
        wrong(point + " threw " + thrown);
      }
    }
    return null;
  }

  /** Does something that is no call, and compares its result. The agent must not show in it at all. */
  static void use(String what, Object expected, Callable<?> task) {
    try {
      Object result = task.call();
      if (!expected.equals(result)) {
        wrong(what + " returned " + result + " instead of " + expected);
      }
    } catch (ThreadDeath stopped) {
      DEATHS.incrementAndGet();
    } catch (Throwable thrown) {
      wrong(what + " threw " + thrown);
    }
  }
}
