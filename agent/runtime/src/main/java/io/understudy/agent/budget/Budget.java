package io.understudy.agent.budget;

import io.understudy.agent.budget.machine.JvmMeter;
import io.understudy.agent.budget.machine.MachineMeter;
import io.understudy.agent.budget.machine.MachineReading;
import io.understudy.agent.budget.machine.RunQueue;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.replay.limit.ThreadCosts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The budget of one attachment: measures the machine and the pool in each period, and sets what the
 * pool and the call points may use in the next one. All generations share it, so a generation that
 * a reload ends spends the same allowance as its successor.
 *
 * <p>Before the first call has arrived nothing is measured, since the beans of the JVM must not be
 * touched while the application starts. {@link #run} is for one thread; all other methods are
 * thread-safe.
 */
public final class Budget {
  /** The period in nanoseconds. */
  public static final long PERIOD = 100_000_000;

  /** The period while no calls arrive; where the CPU time is not limited, {@link #PERIOD}. */
  public static final long DORMANT_PERIOD = 600_000_000;

  /** The time without a call after which the agent is dormant. */
  private static final long QUIET = 5_000_000_000L;

  /** The number of periods in one window of the controls' times. */
  private static final int WINDOW = 10;

  /** The time after which a reading of the idle time says nothing of the present any more. */
  private static final long IDLE_NANOS = 3_000_000_000L;

  /** A worker that uses less of a period waits for something else than a processor. */
  private static final double WAITS = 0.2;

  private final MachineMeter meter;
  private final Pace pace;
  private final LongSupplier clock;
  private final Runnable closing;
  private final Activity activity = new Activity();
  private final ThreadCosts costs;
  private final ThreadTimes poolTimes;
  private final ThreadTimes agentTimes;
  private final Supplier<List<Thread>> agentThreads;
  private final List<Running> generations = new CopyOnWriteArrayList<>();
  private final CpuGovernor governor = new CpuGovernor(BudgetConfig.STANDARD.cpu());

  private volatile BudgetConfig config = BudgetConfig.STANDARD;
  private @Nullable MachineReading last;
  private long lastAt;
  private @Nullable MachineReading lastIdle;
  private long lastIdleAt;
  private double idle = Double.NaN;
  private final Settling settling = new Settling();
  private long lastTraffic;
  private int round;
  private volatile BudgetView view = BudgetView.NOTHING;

  /** The admissions and the pool of one generation. */
  private static final class Running {
    final Admissions admissions;
    final PoolLoad pool;

    Running(Admissions admissions, PoolLoad pool) {
      this.admissions = admissions;
      this.pool = pool;
    }
  }

  /**
   * Creates a budget that measures nothing yet.
   *
   * @param costs reads the CPU time of threads
   * @param agentThreads returns the agent's own threads beside the pool
   */
  public Budget(ThreadCosts costs, Supplier<List<Thread>> agentThreads) {
    this(costs, agentThreads, new RunQueue());
  }

  private Budget(ThreadCosts costs, Supplier<List<Thread>> agentThreads, RunQueue runQueue) {
    this(
        costs,
        each -> CandidateLimits.isMeasurable(each) ? costs.cpuNanos(each) : ThreadCosts.UNKNOWN,
        agentThreads,
        new JvmMeter(),
        new Pace(runQueue::isFree),
        System::nanoTime,
        runQueue::close);
  }

  Budget(
      ThreadCosts costs,
      ToLongFunction<Thread> cpuNanos,
      Supplier<List<Thread>> agentThreads,
      MachineMeter meter,
      Pace pace,
      LongSupplier clock,
      Runnable closing) {
    this.meter = meter;
    this.costs = costs;
    this.poolTimes = new ThreadTimes(cpuNanos);
    this.agentTimes = new ThreadTimes(cpuNanos);
    this.agentThreads = agentThreads;
    this.pace = pace;
    this.clock = clock;
    this.closing = closing;
    pace.countBy(this::running);
  }

  /** Returns what the pool of a generation needs. */
  public PoolBudget of(Admissions admissions) {
    return new PoolBudget(pace, admissions, activity, costs);
  }

  /** Returns whether calls arrive. */
  public Activity activity() {
    return activity;
  }

  /** Returns what the budget has done last, for status and metrics. */
  public BudgetView view() {
    return view;
  }

  /** Adds a generation whose threads start now, and whose configuration is valid from now on. */
  public void add(BudgetConfig newConfig, Admissions admissions, PoolLoad pool) {
    config = newConfig;
    generations.add(new Running(admissions, pool));
    activity.settling(newConfig.limitsCpu() && settling.keepsCalls(clock.getAsLong()));
    if (newConfig.limitsCpu()) {
      // Until the first measurement.
      allowLittle(clock.getAsLong());
    } else {
      allowAll(clock.getAsLong());
    }
  }

  /** Allows the trickle; nothing before the application has settled. */
  private void allowLittle(long now) {
    pace.allow(settling.isOver() ? CpuGovernor.TRICKLE : 0, 1, 0, now);
  }

  private void allowAll(long now) {
    pace.allow(Double.POSITIVE_INFINITY, Integer.MAX_VALUE, 0, now);
  }

  /** Removes a generation that has ended. */
  public void remove(PoolLoad pool) {
    generations.removeIf(each -> each.pool == pool);
  }

  /** Lets the pool use what it needs from now on, since the JVM ends. */
  public void release() {
    pace.release();
    activity.end();
  }

  /** Closes the files of the kernel. */
  public void close() {
    closing.run();
  }

  /**
   * Runs one period.
   *
   * @return the time until the next one in nanoseconds
   */
  public long run() {
    long now = clock.getAsLong();
    long arrived = 0;
    boolean isIdle = true;
    for (Running each : generations) {
      arrived += each.admissions.measure();
      isIdle &= each.pool.isIdle();
    }
    boolean hasWork = arrived > 0 || !isIdle;
    if (hasWork) {
      settling.begin(now);
    }
    if (hasWork || now - lastTraffic < 0) {
      lastTraffic = now;
    }
    if (!settling.isBegun() || now - lastTraffic > QUIET) {
      activity.dormant(true);
      view = view.dormant();
      last = null;
      lastIdle = null;
      if (!pace.isUnlimited()) {
        allowLittle(now);
      }
      // Without a limit, a burst would fill the queue until it is noticed.
      return config.limitsCpu() ? DORMANT_PERIOD : PERIOD;
    }
    if (activity.isDormant()) {
      activity.dormant(false);
      generations.forEach(each -> each.pool.wake());
    }
    boolean isSettling = config.limitsCpu() && !settling.isOver();
    activity.settling(config.limitsCpu() && settling.keepsCalls(now));
    if (isSettling && !settling.mayMeasure(now)) {
      allowLittle(now);
      view = BudgetView.settling(config);
      return DORMANT_PERIOD;
    }
    govern(now);
    return PERIOD;
  }

  private void govern(long now) {
    BudgetConfig limits = config;
    double slowdown = ++round % WINDOW == 0 ? slowdown() : Double.NaN;
    if (!limits.limitsCpu()) {
      last = null;
      allowAll(now);
      generations.forEach(each -> each.admissions.divide(0, 0, 0, 0, PERIOD, true, now));
      view = BudgetView.unlimited(limits);
      return;
    }
    List<Thread> threads = new ArrayList<>();
    List<Thread> serving = new ArrayList<>();
    int waiting = 0;
    for (Running each : generations) {
      serving.addAll(each.pool.serving());
      waiting += each.pool.waiting();
      if (threads.isEmpty()) {
        // The scope of all generations is the same.
        threads.addAll(each.pool.threads());
      }
    }
    long poolNanos = poolTimes.measure(threads);
    long agentNanos = Math.max(0, agentTimes.measure(agentThreads.get()));
    MachineReading reading = read();
    MachineReading before = last;
    long period = now - lastAt;
    last = reading;
    lastAt = now;
    if (before == null || period <= 0) {
      readIdle(reading, now);
      return;
    }
    readIdle(reading, now);
    long charged = pace.takeCharged();
    long used = poolNanos < 0 ? charged : poolNanos;
    // What candidates use on threads of their own, and in calls that have not ended.
    pace.charge(used - charged);
    CpuUse use = use(before, reading, period, used + agentNanos, slowdown);
    if (!settling.isOver()) {
      settling.see(use, now);
      allowLittle(now);
      view = BudgetView.settling(limits);
      return;
    }
    governor.share(limits.cpu());
    double allowed = governor.next(use);
    if (governor.isSlownessUsual()) {
      generations.forEach(each -> each.admissions.acceptTimes());
    }
    double ofWorkers =
        Math.max(Math.min(allowed, CpuGovernor.TRICKLE), allowed - (double) agentNanos / period);
    int idleWorkers = 0;
    for (Thread each : serving) {
      idleWorkers += poolNanos >= 0 && poolTimes.used(each) < WAITS * period ? 1 : 0;
    }
    int most = (int) Math.max(1, Math.round(ofWorkers));
    pace.allow(ofWorkers, most, idleWorkers, now);
    pace.hasIdle(governor.hasIdle());
    for (Running each : generations) {
      each.admissions.divide(
          ofWorkers, charged, waiting, -pace.credit(), period, governor.isCalm(), now);
    }
    view =
        new BudgetView(
            limits,
            reading.processors(),
            allowed,
            (double) (used + agentNanos) / period,
            governor.signs().stream().map(PressureSign::text).collect(Collectors.toList()));
  }

  // A meter that fails tells nothing; without a budget the pool would stop.
  private MachineReading read() {
    try {
      return meter.read();
    } catch (RuntimeException | LinkageError unreadable) {
      long unknown = MachineReading.UNKNOWN;
      int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
      return new MachineReading(processors, unknown, unknown, unknown, unknown, unknown);
    }
  }

  private int running() {
    int running = 0;
    for (Running each : generations) {
      running += each.pool.running();
    }
    return running;
  }

  private void readIdle(MachineReading reading, long now) {
    if (reading.idleNanos() == MachineReading.UNKNOWN) {
      if (now - lastIdleAt > IDLE_NANOS || now - lastIdleAt < 0) {
        idle = Double.NaN;
      }
      return;
    }
    MachineReading before = lastIdle;
    if (before != null && now - lastIdleAt > 0) {
      idle = (double) (reading.idleNanos() - before.idleNanos()) / (now - lastIdleAt);
    }
    lastIdle = reading;
    lastIdleAt = now;
  }

  private double slowdown() {
    double worst = Double.NaN;
    for (Running each : generations) {
      double factor = each.admissions.slowdown();
      worst = Double.isNaN(worst) || factor > worst ? factor : worst;
    }
    return worst;
  }

  private CpuUse use(
      MachineReading before, MachineReading now, long period, long poolNanos, double slowdown) {
    return new CpuUse(
        now.processors(),
        rate(before.processCpuNanos(), now.processCpuNanos(), period),
        idle,
        (double) poolNanos / period,
        rate(before.compilationMillis() * 1_000_000, now.compilationMillis() * 1_000_000, period),
        before.throttledPeriods() >= 0 && now.throttledPeriods() > before.throttledPeriods(),
        slowdown,
        period - PERIOD - collectionNanos(before, now));
  }

  private static long collectionNanos(MachineReading before, MachineReading now) {
    return before.collectionMillis() < 0 || now.collectionMillis() < 0
        ? 0
        : (now.collectionMillis() - before.collectionMillis()) * 1_000_000;
  }

  private static double rate(long before, long now, long period) {
    return before < 0 || now < 0 ? Double.NaN : (double) (now - before) / period;
  }
}
