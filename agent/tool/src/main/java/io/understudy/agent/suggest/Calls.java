package io.understudy.agent.suggest;

import io.understudy.agent.counting.Counted;
import io.understudy.agent.counting.Figures;
import io.understudy.agent.service.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What was counted of each method, over all loaders that define its class. */
final class Calls {
  private final Map<String, Counted> byMethod = new HashMap<>();

  Calls(Figures figures) {
    for (Counted each : figures.methods()) {
      byMethod.merge(each.className + "#" + each.method, each, Calls::sum);
    }
  }

  private static Counted sum(Counted a, Counted b) {
    return new Counted(
        a.className,
        a.method,
        a.calls + b.calls,
        a.timed + b.timed,
        a.nanos + b.nanos,
        Math.max(a.threads, b.threads));
  }

  /** What was counted of all bodies together; no calls where none had a counter. */
  Counted of(Operation operation) {
    Counted all = new Counted(operation.root.owner, operation.root.name, 0, 0, 0, 0);
    for (Method body : operation.bodies) {
      Counted one = byMethod.get(body.owner + "#" + body.name + body.descriptor);
      all = one == null ? all : sum(all, one);
    }
    return all;
  }

  /** {@code 1,234 calls, about 3 threads, 1.2 ms each}. */
  static String text(Counted counted) {
    String text = Standing.count(counted.calls, "call", "calls");
    if (counted.calls > 0) {
      text += ", about " + Standing.count(counted.threads, "thread", "threads");
    }
    return counted.timed == 0 ? text : text + ", " + time(counted.nanos / counted.timed) + " each";
  }

  private static String time(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    } else if (nanos < 1_000_000) {
      return nanos / 1_000 + " us";
    }
    boolean seconds = nanos >= 1_000_000_000;
    double value = nanos / (seconds ? 1e9 : 1e6);
    return String.format(Locale.ROOT, "%.1f %s", value, seconds ? "s" : "ms");
  }
}
