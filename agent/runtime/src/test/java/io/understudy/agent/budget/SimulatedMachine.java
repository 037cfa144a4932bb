package io.understudy.agent.budget;

import io.understudy.agent.budget.machine.MachineReading;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.replay.limit.ThreadCosts;
import io.understudy.journal.Fate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A machine with a clock of its own, an application and a pool of one worker. The application uses
 * processors by a profile of time, calls arrive at given rates, and the worker serves those that
 * the budget takes. One step is a millisecond.
 */
final class SimulatedMachine implements PoolLoad {
  private static final long STEP = 1_000_000;

  final double processors;
  final BudgetConfig config;
  final Admissions admissions;
  final Budget budget;
  final List<Source> sources = new ArrayList<>();

  /** The processors that the application uses at a time in seconds. */
  DoubleUnaryOperator application = seconds -> 0;

  /** What the JIT compiler uses of that, and whether the container was stopped. */
  DoubleUnaryOperator compiler = seconds -> 0;

  LongPredicate throttled = millis -> false;

  boolean isMeterBroken;

  private final Thread worker = new Thread("simulated");
  private final Deque<Source> queue = new ArrayDeque<>();
  private final Pace pace;
  private long now = 1_000_000_000_000L;
  private long due = now;
  private long millis;
  private double applicationNanos;
  private double idleNanos;
  private double compilationMillis;
  private long throttledPeriods;
  private double workerNanos;
  private @Nullable Source served;
  private double left;
  private double wait;

  /** Calls of one point. */
  static final class Source {
    final CallPoint point;
    final double costNanos;
    final double callerNanos;
    final double controlNanos;
    DoubleUnaryOperator perSecond = seconds -> 0;
    double owed;
    long arrived;
    long taken;
    long replayed;
    long shed;

    Source(CallPoint point, double costNanos, double controlNanos, double callerNanos) {
      this.point = point;
      this.costNanos = costNanos;
      this.controlNanos = controlNanos;
      this.callerNanos = callerNanos;
    }

    Source rate(double calls) {
      perSecond = seconds -> calls;
      return this;
    }
  }

  SimulatedMachine(double processors, BudgetConfig config, CallPoint... points) {
    this.processors = processors;
    this.config = config;
    List<CallPoint> list = new ArrayList<>();
    Collections.addAll(list, points);
    this.admissions = new Admissions(list, config);
    this.pace = new Pace(this::isProcessorFree, now);
    this.budget =
        new Budget(
            new ThreadCosts(),
            thread -> thread == worker ? (long) workerNanos : ThreadCosts.UNKNOWN,
            Collections::emptyList,
            this::read,
            pace,
            () -> now,
            () -> {});
    budget.add(config, admissions, this);
  }

  Source source(CallPoint point, double costNanos, double controlNanos, double callerNanos) {
    Source source = new Source(point, costNanos, controlNanos, callerNanos);
    sources.add(source);
    return source;
  }

  /** Returns the admission of a point with the same id. */
  PointAdmission admission(CallPoint point) {
    return Objects.requireNonNull(admissions.of(point));
  }

  /** Moves the clock, as a JVM that was stopped or a clock that has gone back. */
  void jump(double seconds) {
    now += (long) (seconds * 1e9);
    due = Math.min(due, now);
  }

  private boolean isProcessorFree() {
    return processors - application.applyAsDouble(seconds()) >= 0.05;
  }

  double seconds() {
    return millis / 1e3;
  }

  private MachineReading read() {
    if (isMeterBroken) {
      throw new IllegalStateException("the meter of the test");
    }
    // As coarse as the kernel's counters.
    return new MachineReading(
        processors,
        (long) ((applicationNanos + workerNanos) / 1e7) * 10_000_000,
        (long) (idleNanos / 1e7) * 10_000_000,
        throttledPeriods,
        (long) compilationMillis,
        MachineReading.UNKNOWN);
  }

  /** Runs for some seconds; returns the processors that the pool has used on average. */
  double run(double seconds) {
    double before = workerNanos;
    long end = millis + (long) (seconds * 1e3);
    while (millis < end) {
      step();
    }
    return (workerNanos - before) / (seconds * 1e9);
  }

  private void step() {
    if (now >= due) {
      due = now + budget.run();
    }
    double use = Math.min(processors, application.applyAsDouble(seconds()));
    for (Source source : sources) {
      source.owed += source.perSecond.applyAsDouble(seconds()) / 1e3;
      for (; source.owed >= 1; source.owed--) {
        arrive(source);
      }
    }
    double worked = work(Math.min(1, Math.max(0.02, processors - use)) * STEP);
    applicationNanos += use * STEP;
    workerNanos += worked;
    idleNanos += Math.max(0, (processors - use) * STEP - worked);
    compilationMillis += compiler.applyAsDouble(seconds());
    throttledPeriods += throttled.test(millis) ? 1 : 0;
    now += STEP;
    millis++;
  }

  private void arrive(Source source) {
    source.arrived++;
    source.point.ledger().page().intercepted();
    PointAdmission admission = admissions.of(source.point);
    if (admission != null) {
      Quota quota = admission.quota();
      if (quota.decide() != Quota.Decision.TAKE
          || !(quota.looks() ? admission.admits(quota, new Object[] {"same"}) : quota.reserve())) {
        source.point.ledger().page().shed(quota.reason());
        source.shed++;
        return;
      }
      admission.controlTook((long) source.controlNanos, 1);
      admission.captureTook((long) source.callerNanos, 1);
    }
    source.taken++;
    queue.add(source);
  }

  /** Lets the worker run; returns the CPU time that it has used. */
  private double work(double available) {
    double used = 0;
    wait -= STEP;
    while (wait <= 0 && used < available) {
      if (served == null) {
        if (queue.isEmpty()) {
          return used;
        }
        long pause = pace.pause(now);
        if (pause > 0) {
          wait = pause;
          return used;
        }
        served = queue.remove();
        left = served.costNanos;
      }
      double slice = Math.min(left, available - used);
      used += slice;
      left -= slice;
      if (left <= 0) {
        pace.spent((long) served.costNanos, now);
        PointAdmission admission = admissions.of(served.point);
        if (admission != null) {
          admission.replayTook((long) served.costNanos);
        }
        served.replayed++;
        served.point.ledger().page().ended(Fate.MATCHED, null);
        served = null;
      }
    }
    return used;
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  @Override
  public int running() {
    return served == null ? 0 : 1;
  }

  @Override
  public List<Thread> serving() {
    return served == null ? Collections.emptyList() : Collections.singletonList(worker);
  }

  @Override
  public List<Thread> threads() {
    return Collections.singletonList(worker);
  }

  @Override
  public boolean isIdle() {
    return served == null && queue.isEmpty();
  }

  @Override
  public void wake() {}
}
