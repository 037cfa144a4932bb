package io.understudy.agent.budget;

/**
 * What the processors did in one period, in processors: 0.5 is half of the time of one processor. A
 * value that is not known is NaN.
 */
final class CpuUse {
  /** The processors that the JVM may use. */
  final double processors;

  /** What the process has used, with the pool. */
  final double process;

  /** What was idle. */
  final double idle;

  /** What the pool and the agent's other threads have used. */
  final double pool;

  /** What the JIT compiler has used. */
  final double compiling;

  /** Whether the container was stopped at its limit. */
  final boolean isThrottled;

  /** By which factor controls take longer than usual; 1 if they do not. */
  final double slowdown;

  /** How late the thread of the budget woke up, in nanoseconds. */
  final long lateNanos;

  CpuUse(
      double processors,
      double process,
      double idle,
      double pool,
      double compiling,
      boolean isThrottled,
      double slowdown,
      long lateNanos) {
    this.processors = processors;
    this.process = process;
    this.idle = idle;
    this.pool = pool;
    this.compiling = compiling;
    this.isThrottled = isThrottled;
    this.slowdown = slowdown;
    this.lateNanos = lateNanos;
  }

  /** Returns what is left for the pool: all but what others use; NaN if unknown. */
  double left() {
    double ofProcess = Double.isNaN(process) ? Double.NaN : processors - (process - pool);
    double ofMachine = Double.isNaN(idle) ? Double.NaN : idle + pool;
    if (Double.isNaN(ofProcess)) {
      return ofMachine;
    }
    return Double.isNaN(ofMachine) ? ofProcess : Math.min(ofProcess, ofMachine);
  }
}
