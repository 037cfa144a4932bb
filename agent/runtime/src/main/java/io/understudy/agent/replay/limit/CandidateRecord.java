package io.understudy.agent.replay.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the candidate of one call point, through all generations with this candidate.
 * Thread-safe.
 */
public final class CandidateRecord {
  /** The number of calls that spin until the call point is off. */
  static final int MOST_SPINS = 2;

  /** The reason for shedding the calls of a call point that is off. */
  public static final String OFF = "off: its candidate has spun twice";

  private final String candidate;
  private int spins;
  private @Nullable Instant offSince;
  private volatile boolean answered;

  CandidateRecord(String candidate) {
    this.candidate = candidate;
  }

  boolean isOf(String other) {
    return candidate.equals(other);
  }

  /** Records that the candidate has answered a call in time. */
  public void answered() {
    if (!answered) {
      answered = true;
    }
  }

  /** Whether the candidate has ever answered a call in time, or a person has turned it on. */
  public boolean hasAnswered() {
    return answered;
  }

  /**
   * Records that a call did not return after its interrupt and used CPU time.
   *
   * @return whether the call point is off from now on
   */
  public synchronized boolean spun() {
    answered = false;
    if (++spins >= MOST_SPINS && offSince == null) {
      offSince = Instant.now();
      return true;
    }
    return false;
  }

  /** Since when the call point is off; null if it is not off. */
  public synchronized @Nullable Instant offSince() {
    return offSince;
  }

  /**
   * Turns the call point on again, for a person. One more call that spins turns it off.
   *
   * @return whether it was off
   */
  public synchronized boolean turnOn() {
    boolean wasOff = offSince != null;
    spins = Math.min(spins, MOST_SPINS - 1);
    offSince = null;
    answered = true;
    return wasOff;
  }
}
