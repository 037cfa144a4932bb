package io.understudy.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * The keys under {@code budget:}: what the agent may cost the application. Immutable.
 *
 * <p>Beyond the budget calls are shed and counted.
 */
public final class BudgetConfig {
  /** The share without a limit: {@code unlimited} in the configuration. */
  public static final double UNLIMITED = Double.POSITIVE_INFINITY;

  /** The budget of a configuration without these keys. */
  public static final BudgetConfig STANDARD = new BudgetConfig(0.25, 0.01);

  private final double cpu;
  private final double caller;

  /**
   * Creates a budget.
   *
   * @param cpu the share of the processors of the JVM that the pool may use, from 0 to 1; {@link
   *     #UNLIMITED} for no limit
   * @param caller the share of the controls' own time that capture may use on the calling threads,
   *     from 0 to 1; {@link #UNLIMITED} for no limit
   */
  public BudgetConfig(double cpu, double caller) {
    this.cpu = cpu;
    this.caller = caller;
  }

  /** The share of the processors that the pool may use; {@link #UNLIMITED} for no limit. */
  public double cpu() {
    return cpu;
  }

  /**
   * The share of the controls' own time that capture may use on the calling threads; {@link
   * #UNLIMITED} for no limit.
   */
  public double caller() {
    return caller;
  }

  /** Whether the CPU time of the pool is limited. */
  public boolean limitsCpu() {
    return cpu != UNLIMITED;
  }

  /** Whether the time on calling threads is limited. */
  public boolean limitsCaller() {
    return caller != UNLIMITED;
  }

  /** Returns a share as the configuration writes it: {@code 25%}, {@code unlimited}. */
  public static String text(double share) {
    if (share == UNLIMITED) {
      return "unlimited";
    }
    String percent = String.valueOf(Math.round(share * 1e6) / 1e4);
    return (percent.endsWith(".0") ? percent.substring(0, percent.length() - 2) : percent) + "%";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BudgetConfig
        && ((BudgetConfig) other).cpu == cpu
        && ((BudgetConfig) other).caller == caller;
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(cpu) + Double.hashCode(caller);
  }

  @Override
  public String toString() {
    return "cpu " + text(cpu) + ", caller " + text(caller);
  }
}
