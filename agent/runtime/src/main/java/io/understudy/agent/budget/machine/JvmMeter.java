package io.understudy.agent.budget.machine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The meters of this JVM and its machine. They are opened at the first reading, which must not come
 * before the first captured call. For one thread at a time.
 *
 * <p>On a machine with many processors the kernel takes long to make {@code /proc/stat}, so that
 * file is read so rarely that its cost stays below a thousandth of the time, but once a second at
 * least.
 */
public final class JvmMeter implements MachineMeter {
  private static final int MOST_STAT = 256 << 10;
  private static final int MOST_STATUS = 8 << 10;
  private static final long REREAD_NANOS = 10_000_000_000L;
  private static final int COST_FACTOR = 1_000;

  /** The longest time between two readings: one may be slow because the JVM was stopped. */
  private static final long LONGEST_REST = 1_000_000_000L;

  private @Nullable JvmBeans beans;
  private @Nullable ContainerLimit container;
  private @Nullable BitSet allowed;
  private double quota = Double.POSITIVE_INFINITY;
  private long limitsRead;
  private boolean isRead;
  private long idleDue;

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
        idleNanos(),
        limit.throttledPeriods(),
        known.compilationMillis(),
        known.collectionMillis());
  }

  private long idleNanos() {
    long start = System.nanoTime();
    if (isRead && start - idleDue < 0) {
      return MachineReading.UNKNOWN;
    }
    // Read again later if it fails: the process may have had no file descriptor left.
    String stat = KernelFile.read("/proc/stat", MOST_STAT);
    long idle = stat == null ? MachineReading.UNKNOWN : ProcessorTimes.idleNanos(stat, allowed);
    isRead = true;
    idleDue =
        start
            + (stat == null
                ? LONGEST_REST
                : Math.min(LONGEST_REST, COST_FACTOR * (System.nanoTime() - start)));
    return idle;
  }
}
