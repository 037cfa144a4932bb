package io.understudy.agent.budget;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.BudgetConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The admissions of the call points of one generation. {@link #of} is thread-safe; all other
 * methods are for the budget's thread.
 */
public final class Admissions {
  /** What the pool can serve in a period grows by this factor while no call waits. */
  private static final double GROWTH = 1.1;

  /** The factor while calls wait for more than two periods. */
  private static final double SHRINK = 0.7;

  private static final double FOLLOW = 0.3;

  /** The time in nanoseconds in which the pool must have paid its debt. */
  private static final long LONGEST_DEBT = 400_000_000;

  /** The CPU time in a period that is always divided among the points, in processors. */
  private static final double LEAST = CpuGovernor.TRICKLE / 4;

  private final BudgetConfig budget;
  private final Arrivals[] arrivals;
  private final @Nullable PointAdmission[] admissions;
  private double capacity;
  private double achieved;

  /** Creates the admissions of call points; none is limited if the budget is not. */
  public Admissions(List<CallPoint> points, BudgetConfig budget) {
    this.budget = budget;
    this.arrivals = new Arrivals[points.size()];
    for (CallPoint point : points) {
      arrivals[point.id()] = new Arrivals(point.ledger());
    }
    this.admissions = new PointAdmission[points.size()];
    if (budget.limitsCpu() || budget.limitsCaller()) {
      for (CallPoint point : points) {
        admissions[point.id()] = new PointAdmission(point, budget);
      }
    }
  }

  /** Returns admissions without a limit. */
  public static Admissions unlimited() {
    return new Admissions(
        new ArrayList<>(), new BudgetConfig(BudgetConfig.UNLIMITED, BudgetConfig.UNLIMITED));
  }

  /** Returns the admission of a call point; null if all its calls are taken. */
  public @Nullable PointAdmission of(CallPoint point) {
    return point.id() < admissions.length ? admissions[point.id()] : null;
  }

  /** Takes the present durations of controls for their usual ones. */
  void acceptTimes() {
    for (PointAdmission each : admissions) {
      if (each != null) {
        each.acceptTimes();
      }
    }
  }

  /** Measures the points; returns the number of calls that have arrived since the last time. */
  long measure() {
    long sum = 0;
    for (int i = 0; i < arrivals.length; i++) {
      long arrived = arrivals[i].since();
      sum += arrived;
      PointAdmission admission = admissions[i];
      if (admission != null) {
        admission.measure(arrived);
      }
    }
    return sum;
  }

  /** Returns by which factor controls take longer than usual, over all points; NaN if unknown. */
  double slowdown() {
    double sum = 0;
    double weight = 0;
    for (PointAdmission each : admissions) {
      double factor = each == null || !each.isActive() ? Double.NaN : each.slowdown();
      if (!Double.isNaN(factor)) {
        sum += Math.min(10, factor) * each.arrivals();
        weight += each.arrivals();
      }
    }
    return weight == 0 ? Double.NaN : sum / weight;
  }

  /**
   * Divides what the pool can serve among the points.
   *
   * @param allowed the processors that the workers may use
   * @param usedNanos the CPU time of the calls that they have served in the last period
   * @param waiting the number of calls that wait for a worker
   * @param debtNanos the CPU time that the pool must earn before it serves another call
   * @param periodNanos the length of a period
   * @param isCalm whether nothing shows that the application needs the processors
   * @param now {@code System.nanoTime()}
   */
  void divide(
      double allowed,
      double usedNanos,
      int waiting,
      long debtNanos,
      long periodNanos,
      boolean isCalm,
      long now) {
    List<PointAdmission> active = new ArrayList<>();
    for (PointAdmission each : admissions) {
      if (each != null && each.isActive()) {
        active.add(each);
      }
    }
    double[] demands = new double[active.size()];
    double[] weights = new double[active.size()];
    double wanted = 0;
    double calls = 0;
    for (int i = 0; i < demands.length; i++) {
      PointAdmission each = active.get(i);
      double demand = each.demand();
      demands[i] = demand * each.costNanos();
      weights[i] = each.weight(now);
      wanted += demands[i];
      calls += demand;
    }
    if (!budget.limitsCpu()) {
      active.forEach(each -> each.grant(Double.POSITIVE_INFINITY, true));
      return;
    }
    follow(allowed, usedNanos, waiting * (calls > 0 ? wanted / calls : 0), periodNanos);
    // A call that is taken during a long debt would be too old when it is served.
    double affordable = debtNanos > LONGEST_DEBT * allowed ? 0 : capacity;
    double level = FairShares.level(demands, weights, affordable);
    for (int i = 0; i < demands.length; i++) {
      // Where all demands are met, a burst may use what is left.
      double nanos =
          level == Double.POSITIVE_INFINITY
              ? demands[i] + (affordable - wanted)
              : Math.max(weights[i] * level, 0);
      active.get(i).grant(nanos / active.get(i).costNanos(), isCalm);
    }
  }

  /**
   * Follows what the pool can serve. It is what it was allowed to use while calls do not wait, and
   * what it has really used while they do: no processor may have been free.
   */
  private void follow(double allowed, double usedNanos, double waitingNanos, long periodNanos) {
    achieved += FOLLOW * (usedNanos - achieved);
    double most = allowed * periodNanos;
    double least = Math.min(most, LEAST * periodNanos);
    double reach = Math.max(achieved, least);
    if (waitingNanos > 2 * reach) {
      capacity = SHRINK * reach;
    } else if (waitingNanos > reach) {
      capacity = reach;
    } else {
      capacity = Math.max(capacity, reach) * GROWTH;
    }
    capacity = Math.max(least, Math.min(most, capacity));
  }
}
