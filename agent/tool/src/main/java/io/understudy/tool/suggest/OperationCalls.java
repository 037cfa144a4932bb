package io.understudy.tool.suggest;

import io.understudy.agent.counting.CallCounts;
import io.understudy.agent.counting.MethodCount;
import io.understudy.agent.service.MethodOutline;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The counted calls of each method, summed over all class loaders that define its class. */
final class OperationCalls {
  private final Map<String, MethodCount> byMethod = new HashMap<>();

  OperationCalls(CallCounts counts) {
    for (MethodCount each : counts.methods()) {
      byMethod.merge(each.className + "#" + each.method, each, OperationCalls::sum);
    }
  }

  private static MethodCount sum(MethodCount a, MethodCount b) {
    return new MethodCount(
        a.className,
        a.method,
        a.calls + b.calls,
        a.timed + b.timed,
        a.nanos + b.nanos,
        Math.max(a.threads, b.threads));
  }

  /** Returns the sum over all bodies; zero calls if none had a counter. */
  MethodCount of(Operation operation) {
    MethodCount all = new MethodCount(operation.root.owner, operation.root.name, 0, 0, 0, 0);
    for (MethodOutline body : operation.bodies) {
      MethodCount one = byMethod.get(body.owner + "#" + body.name + body.descriptor);
      all = one == null ? all : sum(all, one);
    }
    return all;
  }

  /** Returns text such as {@code 1,234 calls, about 3 threads, 1.2 ms each}. */
  static String text(MethodCount counted) {
    String text = ServiceScore.count(counted.calls, "call", "calls");
    if (counted.calls > 0) {
      text += ", about " + ServiceScore.count(counted.threads, "thread", "threads");
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
