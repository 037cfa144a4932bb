package io.understudy.agent.replay.limit;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of garbage collections of this JVM. Its beans are created on first use. Not
 * thread-safe.
 */
final class GarbageCollections {
  private @Nullable List<GarbageCollectorMXBean> beans;

  /** Returns the number so far; 0 if the JVM does not report it. */
  long count() {
    List<GarbageCollectorMXBean> known = beans;
    if (known == null) {
      known = find();
      beans = known;
    }
    long count = 0;
    for (GarbageCollectorMXBean each : known) {
      count += Math.max(0, each.getCollectionCount());
    }
    return count;
  }

  private static List<GarbageCollectorMXBean> find() {
    try {
      return ManagementFactory.getGarbageCollectorMXBeans();
    } catch (RuntimeException | LinkageError noBeans) {
      // Such as a JVM without the module java.management.
      return Collections.emptyList();
    }
  }
}
