package io.understudy.agent.budget.machine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The meters of this JVM and its machine. They are opened at the first reading, which must not come
 * before the first captured call. For one thread at a time.
 *
 * <p>On a machine with many processors the kernel takes long to make {@code /proc/stat}, so that
 * file is read so rarely that its cost stays below a thousandth of the time.
 */
public final class JvmMeter implements MachineMeter {
  private static final int MOST_STAT = 256 << 10;
  private static final int MOST_STATUS = 8 << 10;
  private static final long REREAD_NANOS = 10_000_000_000L;
  private static final int COST_FACTOR = 1_000;

  private @Nullable JvmBeans beans;
  private @Nullable ContainerLimit container;
  private @Nullable BitSet allowed;
  private double quota = Double.POSITIVE_INFINITY;
  private long limitsRead;
  private long idleDue;
  private boolean hasStat = true;

  /** Creates meters that are not opened yet. */
  public JvmMeter() {}

  @Override
  public MachineReading read() {
    long now = System.nanoTime();
    JvmBeans known = beans;
    if (known == null) {
      known = new JvmBeans();
      beans = known;
    }
    ContainerLimit limit = container;
    if (limit == null || now - limitsRead >= REREAD_NANOS) {
      limit = ContainerLimit.find();
      container = limit;
      limitsRead = now;
      quota = limit.processors();
      String status = KernelFile.read("/proc/self/status", MOST_STATUS);
      allowed = status == null ? null : ProcessorTimes.allowed(status);
    }
    return new MachineReading(
        Math.min(Runtime.getRuntime().availableProcessors(), quota),
        known.processCpuNanos(),
        idleNanos(now),
        limit.throttledPeriods(),
        known.compilationMillis());
  }

  private long idleNanos(long now) {
    if (!hasStat || (idleDue != 0 && now - idleDue < 0)) {
      return MachineReading.UNKNOWN;
    }
    String stat = KernelFile.read("/proc/stat", MOST_STAT);
    if (stat == null) {
      hasStat = false;
      return MachineReading.UNKNOWN;
    }
    long idle = ProcessorTimes.idleNanos(stat, allowed);
    idleDue = now + COST_FACTOR * (System.nanoTime() - now);
    return idle;
  }
}
