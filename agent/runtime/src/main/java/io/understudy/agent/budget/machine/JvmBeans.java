package io.understudy.agent.budget.machine;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beans of the JVM that report CPU time. Only counters that only grow are read: the loads that
 * the bean of the operating system computes since its last reading would be disturbed for the
 * application, which may read them too. Not thread-safe.
 */
final class JvmBeans {
  private final @Nullable CompilationMXBean compilation = compilation();
  private final @Nullable ProcessTime process = process();
  private final List<GarbageCollectorMXBean> collectors = collectors();

  private static @Nullable CompilationMXBean compilation() {
    try {
      CompilationMXBean bean = ManagementFactory.getCompilationMXBean();
      return bean != null && bean.isCompilationTimeMonitoringSupported() ? bean : null;
    } catch (RuntimeException | LinkageError noBean) {
      return null;
    }
  }

  private static List<GarbageCollectorMXBean> collectors() {
    try {
      return ManagementFactory.getGarbageCollectorMXBeans();
    } catch (RuntimeException | LinkageError noBean) {
      return Collections.emptyList();
    }
  }

  private static @Nullable ProcessTime process() {
    try {
      return ProcessTime.of(ManagementFactory.getOperatingSystemMXBean());
    } catch (RuntimeException | LinkageError noBean) {
      return null;
    }
  }

  long processCpuNanos() {
    return process == null ? MachineReading.UNKNOWN : process.nanos();
  }

  long compilationMillis() {
    return compilation == null ? MachineReading.UNKNOWN : compilation.getTotalCompilationTime();
  }

  /** The time of all collectors together; some report what runs beside the application too. */
  long collectionMillis() {
    long sum = MachineReading.UNKNOWN;
    for (GarbageCollectorMXBean each : collectors) {
      long millis = each.getCollectionTime();
      sum = millis < 0 ? sum : Math.max(0, sum) + millis;
    }
    return sum;
  }

  /** In a class of its own, since the extension of HotSpot may be absent. */
  private static final class ProcessTime {
    private final com.sun.management.OperatingSystemMXBean bean;

    private ProcessTime(com.sun.management.OperatingSystemMXBean bean) {
      this.bean = bean;
    }

    static @Nullable ProcessTime of(OperatingSystemMXBean bean) {
      return bean instanceof com.sun.management.OperatingSystemMXBean
          ? new ProcessTime((com.sun.management.OperatingSystemMXBean) bean)
          : null;
    }

    long nanos() {
      return bean.getProcessCpuTime();
    }
  }
}
