package io.understudy.agent.replay.limit;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of garbage collections of this JVM. Its beans are created on first use. Not
 * thread-safe.
 */
final class GarbageCollections {
  private @Nullable List<GarbageCollectorMXBean> beans;
  private boolean areConcurrent;

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

  /**
   * Whether the collector clears weak references before it frees memory, while the application runs
   * (ZGC, Shenandoah).
   */
  boolean areConcurrent() {
    if (beans == null) {
      beans = find();
    }
    return areConcurrent;
  }

  private List<GarbageCollectorMXBean> find() {
    try {
      List<GarbageCollectorMXBean> found = new ArrayList<>();
      for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
        // A pause of such a collector is not the end of a collection.
        if (each.getName().endsWith(" Pauses")) {
          areConcurrent = true;
        } else {
          found.add(each);
        }
      }
      return found;
    } catch (RuntimeException | LinkageError noBeans) {
      // Such as a JVM without the module java.management.
      return Collections.emptyList();
    }
  }
}
