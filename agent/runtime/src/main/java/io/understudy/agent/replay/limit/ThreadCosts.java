package io.understudy.agent.replay.limit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * The CPU time and the allocated bytes of threads, as far as the JVM reports them. The bean of the
 * JVM is created on first use: it does not initialise {@code java.util.logging}, as the MBean
 * server does. Thread-safe.
 */
public final class ThreadCosts {
  /** The value where the JVM does not report one, or the thread has ended. */
  public static final long UNKNOWN = -1;

  private static final long LEAST_CPU = 1_000_000L;

  private volatile @Nullable Source source;

  /** Reads the costs of one thread. */
  interface Source {
    long cpuNanos(long threadId);

    /** Returns the CPU time of the calling thread. */
    default long currentCpuNanos() {
      return cpuNanos(Thread.currentThread().getId());
    }

    long allocatedBytes(long threadId);

    boolean holdsMonitors(long threadId);
  }

  /** Creates costs that are not read yet. */
  public ThreadCosts() {}

  ThreadCosts(Source source) {
    this.source = source;
  }

  /** Returns the CPU time of a thread in nanoseconds; {@link #UNKNOWN} if it is not reported. */
  public long cpuNanos(Thread thread) {
    try {
      return source().cpuNanos(thread.getId());
    } catch (RuntimeException | LinkageError refused) {
      return UNKNOWN;
    }
  }

  /** Returns the CPU time of the calling thread in nanoseconds; {@link #UNKNOWN} if unknown. */
  public long currentCpuNanos() {
    try {
      return source().currentCpuNanos();
    } catch (RuntimeException | LinkageError refused) {
      return UNKNOWN;
    }
  }

  /** Returns the bytes that a thread has allocated; {@link #UNKNOWN} if it is not reported. */
  public long allocatedBytes(Thread thread) {
    try {
      return source().allocatedBytes(thread.getId());
    } catch (RuntimeException | LinkageError refused) {
      return UNKNOWN;
    }
  }

  /** Whether a thread holds a monitor, so that others may wait for it. */
  boolean holdsMonitors(Thread thread) {
    try {
      return source().holdsMonitors(thread.getId());
    } catch (RuntimeException | LinkageError refused) {
      return false;
    }
  }

  /**
   * Whether a thread spins that has used this CPU time in a period. A thread that is always ready
   * to run spins if it uses any; on a busy machine it may get few. A thread that waits at times,
   * such as one that polls, spins if it uses a quarter of a processor.
   *
   * @param before the CPU time at the start of the period, in nanoseconds; negative if unknown
   * @param after the CPU time at its end; negative if unknown
   * @param period its length in nanoseconds
   * @param hasWaited whether the thread was seen waiting
   */
  static boolean isSpinning(long before, long after, long period, boolean hasWaited) {
    if (before < 0 || after < 0) {
      return !hasWaited;
    }
    return after - before >= (hasWaited ? period / 4 : LEAST_CPU);
  }

  private Source source() {
    Source known = source;
    if (known == null) {
      known = find();
      source = known;
    }
    return known;
  }

  private static Source find() {
    try {
      return new BeanSource(ManagementFactory.getThreadMXBean());
    } catch (RuntimeException | LinkageError noBean) {
      // Such as a JVM without the module java.management.
      return NOTHING;
    }
  }

  private static final Source NOTHING =
      new Source() {
        @Override
        public long cpuNanos(long threadId) {
          return UNKNOWN;
        }

        @Override
        public long allocatedBytes(long threadId) {
          return UNKNOWN;
        }

        @Override
        public boolean holdsMonitors(long threadId) {
          return false;
        }
      };

  private static final class BeanSource implements Source {
    private final ThreadMXBean bean;
    private final boolean measuresCpu;
    private final @Nullable Allocations allocations;

    BeanSource(ThreadMXBean bean) {
      this.bean = bean;
      this.measuresCpu = bean.isThreadCpuTimeSupported();
      this.allocations = allocations(bean);
    }

    private static @Nullable Allocations allocations(ThreadMXBean bean) {
      try {
        return Allocations.of(bean);
      } catch (RuntimeException | LinkageError otherJvm) {
        return null;
      }
    }

    @Override
    public long cpuNanos(long threadId) {
      return measuresCpu && bean.isThreadCpuTimeEnabled()
          ? bean.getThreadCpuTime(threadId)
          : UNKNOWN;
    }

    @Override
    public long currentCpuNanos() {
      return measuresCpu && bean.isThreadCpuTimeEnabled()
          ? bean.getCurrentThreadCpuTime()
          : UNKNOWN;
    }

    @Override
    public long allocatedBytes(long threadId) {
      return allocations == null ? UNKNOWN : allocations.bytes(threadId);
    }

    @Override
    public boolean holdsMonitors(long threadId) {
      ThreadInfo[] infos =
          bean.getThreadInfo(new long[] {threadId}, bean.isObjectMonitorUsageSupported(), false);
      return infos.length == 1 && infos[0] != null && infos[0].getLockedMonitors().length > 0;
    }
  }

  /** In a class of its own, since the extension of HotSpot may be absent. */
  private static final class Allocations {
    private final com.sun.management.ThreadMXBean bean;

    private Allocations(com.sun.management.ThreadMXBean bean) {
      this.bean = bean;
    }

    static @Nullable Allocations of(ThreadMXBean bean) {
      return bean instanceof com.sun.management.ThreadMXBean
              && ((com.sun.management.ThreadMXBean) bean).isThreadAllocatedMemorySupported()
          ? new Allocations((com.sun.management.ThreadMXBean) bean)
          : null;
    }

    long bytes(long threadId) {
      return bean.isThreadAllocatedMemoryEnabled()
          ? bean.getThreadAllocatedBytes(threadId)
          : UNKNOWN;
    }
  }
}
