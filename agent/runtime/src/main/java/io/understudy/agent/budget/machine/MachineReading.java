package io.understudy.agent.budget.machine;

/**
 * One reading of the machine's meters. The counters only grow; the difference of two readings is
 * what happened in between. Immutable.
 */
public final class MachineReading {
  /** The value of a counter that the machine does not report. */
  public static final long UNKNOWN = -1;

  private final double processors;
  private final long processCpuNanos;
  private final long idleNanos;
  private final long throttledPeriods;
  private final long compilationMillis;
  private final long collectionMillis;

  /**
   * Creates a reading.
   *
   * @param processors the processors that this JVM may use; a limit of the container may be a
   *     fraction
   * @param processCpuNanos the CPU time of all threads of this process, or {@link #UNKNOWN}
   * @param idleNanos the idle time of all processors that this process may use, together, or {@link
   *     #UNKNOWN}; time of tasks that give way (nice) counts as idle
   * @param throttledPeriods how often the container was stopped at its limit, or {@link #UNKNOWN}
   * @param compilationMillis the time that the JIT compiler has used, or {@link #UNKNOWN}
   * @param collectionMillis the time of garbage collections, or {@link #UNKNOWN}
   */
  public MachineReading(
      double processors,
      long processCpuNanos,
      long idleNanos,
      long throttledPeriods,
      long compilationMillis,
      long collectionMillis) {
    this.processors = processors;
    this.processCpuNanos = processCpuNanos;
    this.idleNanos = idleNanos;
    this.throttledPeriods = throttledPeriods;
    this.compilationMillis = compilationMillis;
    this.collectionMillis = collectionMillis;
  }

  /** The processors that this JVM may use, above 0. */
  public double processors() {
    return processors;
  }

  /** The CPU time of the process in nanoseconds, or {@link #UNKNOWN}. */
  public long processCpuNanos() {
    return processCpuNanos;
  }

  /** The idle time of the processors in nanoseconds, or {@link #UNKNOWN}. */
  public long idleNanos() {
    return idleNanos;
  }

  /** How often the container was stopped at its limit, or {@link #UNKNOWN}. */
  public long throttledPeriods() {
    return throttledPeriods;
  }

  /** The time of the JIT compiler in milliseconds, or {@link #UNKNOWN}. */
  public long compilationMillis() {
    return compilationMillis;
  }

  /** The time of garbage collections in milliseconds, or {@link #UNKNOWN}. */
  public long collectionMillis() {
    return collectionMillis;
  }
}
