package io.understudy.agent.budget;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ShedReason;
import io.understudy.agent.config.BudgetConfig;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of one call point are taken. The application's threads ask for the {@link #quota} and
 * record times, the pool's threads record costs; none of them waits. All methods without a modifier
 * are for the budget's thread.
 *
 * <p>A point begins with {@link #FIRST_CALLS} in a period and grows by {@link #GROWTH}, as long as
 * nothing shows that the application needs the processors.
 */
public final class PointAdmission {
  /** The number of calls in the first period. */
  static final double FIRST_CALLS = 1;

  /** The number of calls until their times are known, where only those of callers are limited. */
  private static final int FIRST_MEASURED = 1_000;

  /** The growth in one period: times 1.6 in a second. */
  static final double GROWTH = 1.05;

  /** The weight of a point with a new signature, and for how long. */
  private static final double WEIGHT_OF_NEWS = 4;

  private static final long NEWS_NANOS = 60_000_000_000L;
  private static final int MOST_SIGNATURES = 100;

  /** The assumed cost of a candidate that was not called yet. */
  private static final double FIRST_COST = 1_000_000;

  /** The calls in a period whose arguments are looked at, if more calls arrive than are taken. */
  private static final double LOOKS = 1_000;

  /** What one look costs on the calling thread in nanoseconds, and its part of that budget. */
  private static final double LOOK_NANOS = 100;

  private static final double LOOK_SHARE = 0.1;

  /** Calls in a period that are taken whatever they cost: one in a second. */
  private static final double LEAST_CALLS = 0.1;

  /** The calls that a new point may take before its first period. */
  static final int FIRST_BURST = 4;

  /** The periods without a call after which a point is not active. */
  private static final int QUIET_PERIODS = 20;

  private static final double FOLLOW_ARRIVALS = 0.5;
  private static final double KEEP_TIMES = 0.95;
  private static final double MANY_IN_PERIOD = 5;

  private final CallPoint point;
  private final BudgetConfig budget;
  private final LongAdder controlNanos = new LongAdder();
  private final LongAdder controlCalls = new LongAdder();
  private final LongAdder callerNanos = new LongAdder();
  private final LongAdder callerCalls = new LongAdder();
  private final AtomicLong replayNanos = new AtomicLong();
  private final AtomicLong replayCalls = new AtomicLong();
  private final Set<String> signatures = ConcurrentHashMap.newKeySet();

  private volatile Quota quota;
  private volatile @Nullable ServiceTimes times;
  private volatile @Nullable ShapeTable shapes;
  private volatile boolean isRestarted;
  private volatile long newsUntil;
  private volatile boolean hasNews;

  private final RunningMean control = new RunningMean(KEEP_TIMES);
  private final RunningMean caller = RunningMean.withRare(KEEP_TIMES);
  private final RunningMean cost = RunningMean.withRare(KEEP_TIMES);
  private double arrivals;
  private double ramp;
  private int quietPeriods;
  private volatile double share = 1;
  private volatile @Nullable ShedReason limit = ShedReason.WARMING_UP;

  PointAdmission(CallPoint point, BudgetConfig budget) {
    this.point = point;
    this.budget = budget;
    // Loaded now, and not on a thread of the application.
    ArgumentShape.of(new Object[0]);
    this.ramp = budget.limitsCpu() ? FIRST_CALLS : Double.POSITIVE_INFINITY;
    this.quota = first();
  }

  private Quota first() {
    int most = budget.limitsCpu() ? FIRST_BURST : FIRST_MEASURED;
    return quota(1, false, most, ShedReason.WARMING_UP);
  }

  /** Returns what the point may take now. Costs one volatile read. */
  public Quota quota() {
    return quota;
  }

  /**
   * Decides by the shape of the arguments whether a call is taken that {@link Quota#decide} has let
   * pass.
   */
  public boolean admits(Quota of, @Nullable Object[] arguments) {
    ShapeTable table = shapes;
    return (table == null || table.takes(ArgumentShape.of(arguments))) && of.reserve();
  }

  /**
   * Records how long a control took.
   *
   * @param nanos its duration in nanoseconds
   * @param calls the number of calls for which this one was measured
   */
  public void controlTook(long nanos, int calls) {
    controlNanos.add(nanos * calls);
    controlCalls.add(calls);
    ServiceTimes known = times;
    if (known != null) {
      known.record(nanos);
    }
  }

  /**
   * Records how long capture took on the calling thread.
   *
   * @param nanos its duration in nanoseconds
   * @param calls the number of calls for which this one was measured
   */
  public void captureTook(long nanos, int calls) {
    callerNanos.add(nanos * calls);
    callerCalls.add(calls);
  }

  /** Records the CPU time that the pool has used for one call, in nanoseconds. */
  public void replayTook(long cpuNanos) {
    replayNanos.addAndGet(cpuNanos);
    replayCalls.incrementAndGet();
  }

  /**
   * Records the signature of a difference; a new one gives the point a larger share for a while.
   */
  public void differed(String signature) {
    if (signatures.size() < MOST_SIGNATURES && signatures.add(signature)) {
      newsUntil = System.nanoTime() + NEWS_NANOS;
      hasNews = true;
    }
  }

  /** Begins again with few calls, such as after a pause or where a new class was woven. */
  public void restart() {
    isRestarted = true;
    quota = first();
  }

  /** Returns the share of the sampled calls that are taken at the moment, from 0 to 1. */
  public double share() {
    return share;
  }

  /** Returns why not all sampled calls are taken; null if they are. */
  public @Nullable ShedReason limit() {
    return limit;
  }

  /** Returns the call point. */
  CallPoint point() {
    return point;
  }

  /** Reads what has happened since the last time, when this many calls have arrived. */
  void measure(long arrived) {
    arrivals += FOLLOW_ARRIVALS * (arrived - arrivals);
    quietPeriods = arrived > 0 ? 0 : quietPeriods + 1;
    control.add(controlNanos.sum(), controlCalls.sum());
    caller.add(callerNanos.sum(), callerCalls.sum());
    cost.add(replayNanos.get(), replayCalls.get());
    if (arrivals > MANY_IN_PERIOD && times == null) {
      times = new ServiceTimes();
    }
    if (isRestarted) {
      isRestarted = false;
      ramp = budget.limitsCpu() ? FIRST_CALLS : ramp;
    }
    if (quietPeriods == QUIET_PERIODS && share < 1) {
      // It is not set again until calls arrive.
      limit = null;
      share = 1;
      quota = quota(1, false, FIRST_BURST, budget.limitsCpu() ? ShedReason.CPU : ShedReason.CALLER);
    }
  }

  /** Whether calls have arrived lately, so that the quota must be set in each period. */
  boolean isActive() {
    return quietPeriods < QUIET_PERIODS;
  }

  /** Returns by which factor controls take longer than usual; NaN if that is not known. */
  double slowdown() {
    ServiceTimes known = times;
    return known == null ? Double.NaN : known.turn();
  }

  /** Takes the present duration of the control for the usual one. */
  void acceptTimes() {
    ServiceTimes known = times;
    if (known != null) {
      known.accept();
    }
  }

  /** Returns the number of calls in a period as measured. */
  double arrivals() {
    return arrivals;
  }

  /** Returns the CPU time of one call in nanoseconds, as measured or assumed. */
  double costNanos() {
    return Math.max(1_000, cost.mean(FIRST_COST));
  }

  /** Returns the weight among the points that want more than there is. */
  double weight(long now) {
    return hasNews && newsUntil - now > 0 ? WEIGHT_OF_NEWS : 1;
  }

  private double sampled() {
    return arrivals * point.config().sample();
  }

  /** Returns how many calls the time on calling threads allows in a period. */
  private double callerLimit() {
    if (!budget.limitsCaller() || control.isEmpty() || caller.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double nanos = budget.caller() * control.mean(0) * arrivals;
    return Math.max(LEAST_CALLS, (nanos - looks() * LOOK_NANOS) / Math.max(1, caller.mean(0)));
  }

  /** Returns the number of calls in a period whose arguments may be looked at. */
  private double looks() {
    double affordable =
        budget.limitsCaller()
            ? LOOK_SHARE * budget.caller() * control.mean(0) * arrivals / LOOK_NANOS
            : Double.POSITIVE_INFINITY;
    return Math.min(sampled(), Math.min(LOOKS, affordable));
  }

  /** Returns the number of calls that the point wants in a period, within its own limits. */
  double demand() {
    if (point.shedding() != null) {
      return 0; // Paused, or its candidate does not answer: the others may use its share.
    }
    return Math.min(sampled(), Math.min(ramp, callerLimit()));
  }

  /**
   * Sets the quota of the next period.
   *
   * @param affordable the number of calls for which the pool has CPU time
   * @param isCalm whether nothing shows that the application needs the processors
   */
  void grant(double affordable, boolean isCalm) {
    double sampled = sampled();
    double ofCaller = callerLimit();
    double granted = sampled;
    ShedReason why = null;
    if (ofCaller < granted) {
      granted = ofCaller;
      why = ShedReason.CALLER;
    }
    if (ramp < granted) {
      granted = ramp;
      why = ShedReason.WARMING_UP;
    }
    if (affordable < granted) {
      granted = affordable;
      why = ShedReason.CPU;
    }
    if (why == ShedReason.WARMING_UP && isCalm) {
      ramp *= GROWTH;
    }
    limit = why;
    share = sampled > 0 ? Math.min(1, granted / sampled) : 1;
    double burst = why == null ? Math.min(affordable, Math.min(ramp, burstOfCallers())) : 0;
    int most = round(Math.max(2 * granted + 2, burst));
    if (why == null) {
      set(quota(1, false, most, ofCaller < affordable ? ShedReason.CALLER : ShedReason.CPU));
      return;
    }
    double looks = Math.max(looks(), Math.min(sampled, 2 * granted));
    boolean isLooking = looks() > granted;
    if (isLooking) {
      ShapeTable table = shapes;
      if (table == null) {
        table = new ShapeTable();
        shapes = table;
      }
      table.turn(granted);
    }
    set(quota((isLooking ? looks : granted) / sampled, isLooking, most, why));
  }

  /** How many calls may come at once after few have come: all if each of them could be taken. */
  private double burstOfCallers() {
    return !budget.limitsCaller()
            || control.isEmpty()
            || caller.isEmpty()
            || budget.caller() * control.mean(0) >= caller.mean(0)
        ? Double.POSITIVE_INFINITY
        : FIRST_BURST;
  }

  private void set(Quota next) {
    quota = next;
    // Race: restart() sets the flag first, so one of both sees what the other has done.
    if (isRestarted) {
      quota = first();
    }
  }

  private Quota quota(double ofSampled, boolean isLooking, int most, ShedReason why) {
    return new Quota(point.config().sample(), ofSampled, isLooking, most, why);
  }

  private static int round(double calls) {
    return (int) Math.min(Integer.MAX_VALUE / 2, Math.ceil(calls));
  }
}
