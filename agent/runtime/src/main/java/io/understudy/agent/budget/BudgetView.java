package io.understudy.agent.budget;

import io.understudy.agent.config.BudgetConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the budget has allowed and measured in the last period. Immutable. */
public final class BudgetView {
  static final BudgetView NOTHING =
      new BudgetView(BudgetConfig.STANDARD, 0, 0, 0, Collections.emptyList());

  private final BudgetConfig config;
  private final double processors;
  private final double allowed;
  private final double used;
  private final List<String> signs;

  /**
   * Creates a view.
   *
   * @param processors the processors that the JVM may use; 0 if nothing was measured
   * @param allowed the processors that the pool may use
   * @param used the processors that the pool and the agent's threads have used
   * @param signs what shows that the application needs the processors
   */
  BudgetView(
      BudgetConfig config, double processors, double allowed, double used, List<String> signs) {
    this.config = config;
    this.processors = processors;
    this.allowed = allowed;
    this.used = used;
    this.signs = Collections.unmodifiableList(new ArrayList<>(signs));
  }

  static BudgetView unlimited(BudgetConfig config) {
    return new BudgetView(config, 0, 0, 0, Collections.emptyList());
  }

  static BudgetView settling(BudgetConfig config) {
    return new BudgetView(
        config, 0, 0, 0, Collections.singletonList("the application has just begun to work"));
  }

  /** Returns the same while nothing is measured, since no calls arrive. */
  BudgetView dormant() {
    return used == 0 && signs.isEmpty()
        ? this
        : new BudgetView(config, processors, allowed, 0, Collections.emptyList());
  }

  /** Returns the configuration. */
  public BudgetConfig config() {
    return config;
  }

  /** Returns the processors that the JVM may use, in thousandths; 0 if nothing was measured. */
  public long milliProcessors() {
    return Math.round(processors * 1_000);
  }

  /** Returns the processors that the pool may use, in thousandths. */
  public long milliAllowed() {
    return Math.round(allowed * 1_000);
  }

  /** Returns the processors that the pool and the agent's threads have used, in thousandths. */
  public long milliUsed() {
    return Math.round(used * 1_000);
  }

  /** Returns what shows that the application needs the processors; usually nothing. */
  public List<String> signs() {
    return signs;
  }
}
