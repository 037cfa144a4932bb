package io.understudy.agent.budget;

import io.understudy.agent.replay.limit.ThreadCosts;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The CPU time that threads have used since the last measurement. A thread that was not there then
 * has used all of its time since. A thread that has ended in between is not measured for that time.
 * Not thread-safe.
 */
final class ThreadTimes {
  private final ToLongFunction<Thread> cpuNanos;
  private Map<Thread, Long> before = new IdentityHashMap<>();
  private Map<Thread, Long> used = new IdentityHashMap<>();

  /** Creates measurements; the function returns a thread's CPU time, negative if unknown. */
  ThreadTimes(ToLongFunction<Thread> cpuNanos) {
    this.cpuNanos = cpuNanos;
  }

  /**
   * Measures threads.
   *
   * @return what all have used since the last time, nanoseconds; -1 if the JVM does not report it
   */
  long measure(Collection<Thread> threads) {
    Map<Thread, Long> now = new IdentityHashMap<>();
    Map<Thread, Long> since = new IdentityHashMap<>();
    long sum = threads.isEmpty() ? 0 : ThreadCosts.UNKNOWN;
    for (Thread each : threads) {
      long cpu = cpuNanos.applyAsLong(each);
      if (cpu < 0) {
        continue;
      }
      Long last = before.get(each);
      long more = Math.max(0, cpu - (last == null ? 0 : last));
      now.put(each, cpu);
      since.put(each, more);
      sum = Math.max(0, sum) + more;
    }
    before = now;
    used = since;
    return sum;
  }

  /** Returns what one thread has used between the last two measurements, nanoseconds. */
  long used(Thread thread) {
    Long nanos = used.get(thread);
    return nanos == null ? 0 : nanos;
  }
}
