package io.understudy.agent.budget;

import io.understudy.agent.call.ShedReason;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one call point may take in the current period. Calls are taken at random, so the taken calls
 * are not the first of each period; a burst beyond what was expected is cut off. Immutable but for
 * the number of calls that are left. Thread-safe.
 */
public final class Quota {
  /** The decisions on one call. */
  public enum Decision {
    /** It may be taken. */
    TAKE,
    /** The configured {@code sample} leaves it out. */
    SAMPLED_OUT,
    /** The budget sheds it, for {@link Quota#reason}. */
    SHED
  }

  private static final long ALL = Long.MAX_VALUE;

  private final long sampled;
  private final long taken;
  private final ShedReason reason;
  private final boolean looks;
  private final AtomicInteger left;

  /**
   * Creates the quota of a period.
   *
   * @param sample the configured share of calls
   * @param share the share of those that may be taken, or that are looked at if {@code looks}
   * @param looks whether the arguments decide which of them are taken
   * @param most maximal number of calls that are taken
   * @param reason why other calls are shed
   */
  Quota(double sample, double share, boolean looks, int most, ShedReason reason) {
    this.sampled = bound(sample);
    this.taken = Math.min(sampled, bound(sample * Math.min(1, share)));
    this.looks = looks;
    this.left = new AtomicInteger(most);
    this.reason = reason;
  }

  // nextLong() is uniform over 2^64 values, from the lowest on.
  private static long bound(double share) {
    return share >= 1 ? ALL : (long) ((share - 0.5) * 0x1p64);
  }

  /** Decides on a call, before anything is read of it. Writes nothing that threads share. */
  public Decision decide() {
    if (taken == ALL) {
      return Decision.TAKE;
    }
    long draw = ThreadLocalRandom.current().nextLong();
    if (draw < taken) {
      return Decision.TAKE;
    }
    return sampled == ALL || draw < sampled ? Decision.SHED : Decision.SAMPLED_OUT;
  }

  /** Whether the arguments decide, by {@link PointAdmission#admits}. */
  public boolean looks() {
    return looks;
  }

  /** Takes one of the calls that are left; returns false if none is. */
  public boolean reserve() {
    return left.get() > 0 && left.getAndDecrement() > 0;
  }

  /** Returns why calls are shed. */
  public ShedReason reason() {
    return reason;
  }
}
