package io.understudy.agent.replay.limit;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/**
 * The parts into which the collector divides the heap. The serial and the parallel collector keep
 * large arrays in the old generation, which is two thirds of the heap by default.
 */
final class HeapPools {
  private HeapPools() {}

  /** Returns the most bytes of the largest part; {@code Long.MAX_VALUE} if it is not known. */
  static long largest() {
    long largest = 0;
    try {
      for (MemoryPoolMXBean each : ManagementFactory.getMemoryPoolMXBeans()) {
        MemoryUsage usage = each.getType() == MemoryType.HEAP ? each.getUsage() : null;
        largest = Math.max(largest, usage == null ? 0 : usage.getMax());
      }
    } catch (RuntimeException | LinkageError noBeans) {
      // Such as a JVM without the module java.management.
      return Long.MAX_VALUE;
    }
    return largest > 0 ? largest : Long.MAX_VALUE;
  }
}
