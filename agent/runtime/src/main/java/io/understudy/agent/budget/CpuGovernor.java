package io.understudy.agent.budget;

import java.util.EnumSet;
import java.util.Set;

/**
 * Turns what the processors did into the processors that the pool may use next. Not thread-safe.
 *
 * <p>The allowance is at most the configured share, and at most what the application leaves idle
 * less a reserve. It follows a fall at once. It grows by a fixed step, so that from nothing to the
 * whole share takes {@link #STEPS} periods. Where a {@link PressureSign} appears, it is halved and
 * does not grow for a while. It then grows quickly to nine tenths of the allowance at which the
 * sign appeared, and from there slowly: so it stays near what is harmless, and does not oscillate.
 *
 * <p>A little is always allowed, except while the container is stopped at its limit: {@link
 * #TRICKLE}. So evidence does not end on a machine that is always busy.
 */
final class CpuGovernor {
  /** The number of periods in which the allowance grows from nothing to the configured share. */
  static final int STEPS = 50;

  /** What is always allowed, in processors. */
  static final double TRICKLE = 0.005;

  /** The idle time that is never used: a share of the processors, and at least so many. */
  private static final double RESERVE = 0.10;

  private static final double LEAST_RESERVE = 0.20;

  /** The largest share of the processors that is kept where a container has less than one. */
  private static final double LARGEST_RESERVE = 0.25;

  /** How fast the measured idle time is followed when it falls and when it grows. */
  private static final double FALL = 0.9;

  private static final double RISE = 0.2;

  /** By which factor controls must take longer. */
  private static final double SLOWER = 1.5;

  /** The idle share of the processors from which on the pool cannot make anything slower. */
  private static final double PLENTY = 0.5;

  /**
   * The number of windows in a row in which controls take longer although the pool gives way, until
   * that counts as usual: then the pool is not the cause.
   */
  private static final int IN_VAIN = 3;

  private static final long LATE_NANOS = 50_000_000;

  /** From this share of one processor on, the JIT compiler is busy. */
  private static final double COMPILING = 0.4;

  /** The share of the budget that is allowed while the JIT compiler is busy. */
  private static final double WHILE_COMPILING = 0.1;

  private static final int FIRST_HOLD = 10;
  private static final int LONGEST_HOLD = 100;

  /** How much slower the allowance grows above nine tenths of the ceiling. */
  private static final double CAUTION = 0.1;

  private final Set<PressureSign> signs = EnumSet.noneOf(PressureSign.class);
  private double share;
  private double left = Double.NaN;
  private double allowance;
  private double ceiling = Double.POSITIVE_INFINITY;
  private int hold;
  private int nextHold = FIRST_HOLD;
  private int calm;
  private int slowWindows;
  private boolean hasIdle;

  /** Creates a governor that begins with no allowance but the trickle. */
  CpuGovernor(double share) {
    this.share = share;
  }

  /** Changes the configured share; the allowance keeps its value where it may. */
  void share(double newShare) {
    share = newShare;
  }

  /** Returns the signs of the last period. */
  Set<PressureSign> signs() {
    return EnumSet.copyOf(signs);
  }

  /** Whether new call points may grow: nothing shows that the application needs the processors. */
  boolean isCalm() {
    return signs.isEmpty() && hold == 0;
  }

  /** Whether the processors are idle for a good part of the time, as far as that is known. */
  boolean hasIdle() {
    return hasIdle;
  }

  /**
   * Whether controls have taken longer for some time although the pool has given way. Then it is
   * not the cause, and their present duration is the usual one. Returns true once.
   */
  boolean isSlownessUsual() {
    boolean isUsual = slowWindows >= IN_VAIN;
    slowWindows = isUsual ? 0 : slowWindows;
    return isUsual;
  }

  /** Returns the processors that the pool may use in the next period. */
  double next(CpuUse use) {
    double cap = share * use.processors;
    double target = Math.min(cap, idleFor(use));
    hasIdle = use.idle > 2 * reserve(use) && left > 2 * reserve(use);
    readSigns(use, target);
    boolean isPressed =
        signs.contains(PressureSign.SLOWER)
            || signs.contains(PressureSign.LATE)
            || signs.contains(PressureSign.THROTTLED);
    if (isPressed) {
      press(use);
      allowance = Math.min(allowance, target);
    } else if (target < allowance) {
      allowance = target;
    } else {
      grow(cap, target);
    }
    if (signs.contains(PressureSign.THROTTLED)) {
      allowance = 0;
      return 0;
    }
    if (signs.contains(PressureSign.COMPILING)) {
      allowance = Math.min(allowance, WHILE_COMPILING * cap);
    }
    return Math.max(allowance, Math.min(TRICKLE, cap));
  }

  private double idleFor(CpuUse use) {
    double now = use.left();
    if (Double.isNaN(now)) {
      return Double.isNaN(left) ? Double.POSITIVE_INFINITY : left - reserve(use);
    }
    if (Double.isNaN(left)) {
      left = now;
    } else {
      left += (now < left ? FALL : RISE) * (now - left);
    }
    return Math.max(0, left - reserve(use));
  }

  private static double reserve(CpuUse use) {
    double least = Math.min(LEAST_RESERVE, LARGEST_RESERVE * use.processors);
    return Math.max(least, RESERVE * use.processors);
  }

  private void readSigns(CpuUse use, double target) {
    signs.clear();
    if (use.isThrottled) {
      signs.add(PressureSign.THROTTLED);
    }
    if (target <= 0) {
      signs.add(PressureSign.BUSY);
    }
    boolean isMuchIdle = left > PLENTY * use.processors;
    if (use.slowdown > SLOWER && !isMuchIdle) {
      signs.add(PressureSign.SLOWER);
    }
    if (!Double.isNaN(use.slowdown)) {
      slowWindows = use.slowdown > SLOWER ? slowWindows + 1 : 0;
    }
    if (use.lateNanos > LATE_NANOS && !isMuchIdle) {
      signs.add(PressureSign.LATE);
    }
    if (use.compiling > COMPILING) {
      signs.add(PressureSign.COMPILING);
    }
  }

  private void press(CpuUse use) {
    calm = 0;
    if (!(use.pool > TRICKLE)) {
      // Only a pool that was at work can have caused it. It does not grow while the sign lasts.
      hold = Math.max(hold - 1, 1);
      return;
    }
    if (hold == 0) {
      ceiling = allowance;
      nextHold = Math.min(LONGEST_HOLD, 2 * nextHold);
    }
    allowance /= 2;
    hold = nextHold;
  }

  private void grow(double cap, double target) {
    if (hold > 0) {
      hold--;
      return;
    }
    if (++calm >= LONGEST_HOLD) {
      calm = 0;
      nextHold = FIRST_HOLD;
      ceiling = Double.POSITIVE_INFINITY;
    }
    double step = cap / STEPS;
    if (allowance + step > 0.9 * ceiling) {
      step *= CAUTION;
    }
    allowance = Math.min(target, allowance + step);
  }
}
