package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.replay.limit.CandidateRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sheds the calls of a call point whose candidate stops answering, so that other call points keep
 * their share of the pool.
 *
 * <p>A closed breaker admits all calls. It opens after {@link #TIMEOUTS_IN_A_ROW} consecutive
 * timeouts, or when a call abandons a thread and the limit of abandoned threads is reached. An open
 * breaker sheds all calls, including those that are not captured yet (see {@link CallPoint#shed}).
 * After a pause it admits one call, the probe; an answer to the probe closes the breaker. The pause
 * doubles from 10 seconds to 10 minutes. There is no probe while a thread of the candidate spins.
 *
 * <p>After a candidate has spun twice, its point is off: it sheds all calls until a person {@link
 * #turnOn turns it on}, through reloads of the configuration too. Thread-safe; times are {@code
 * System.nanoTime()}.
 */
final class Breaker {
  static final String OPEN = "breaker open";
  static final int TIMEOUTS_IN_A_ROW = 16;
  static final long FIRST_PAUSE = 10_000_000_000L;
  static final long LONGEST_PAUSE = 60 * FIRST_PAUSE;

  private enum State {
    CLOSED,
    OPEN,
    /** The pause is over, and capture takes calls again: the next one is the probe. */
    HALF_OPEN,
    PROBING,
    OFF
  }

  /** The decision of {@link #admit} on one call. */
  enum Admission {
    ORDINARY,
    PROBE,
    SHED
  }

  private final CallPoint point;
  private final CandidateLimits limits;
  private final CandidateRecord record;
  private State state = State.CLOSED;

  /** Why calls are shed whatever the state; null if they are not. */
  private @Nullable String refusal;

  private int timeouts;
  private long pause = FIRST_PAUSE;
  private long opened;

  Breaker(CallPoint point, CandidateLimits limits) {
    this.point = point;
    this.limits = limits;
    this.record = limits.record(point);
    if (record.offSince() != null) {
      transitionTo(State.OFF);
    }
  }

  /**
   * Decides on the next call. After a {@link Admission#PROBE}, exactly one of the methods below
   * must report its result.
   */
  synchronized Admission admit() {
    if (refusal != null) {
      return Admission.SHED;
    }
    switch (state) {
      case CLOSED:
        return Admission.ORDINARY;
      case HALF_OPEN:
        transitionTo(State.PROBING);
        return Admission.PROBE;
      default:
        return Admission.SHED;
    }
  }

  /** Records that the candidate answered within its time limit. */
  synchronized void answered(Admission admission) {
    record.answered();
    if (admission == Admission.PROBE && state != State.OFF) {
      transitionTo(State.CLOSED);
      pause = FIRST_PAUSE;
    }
    timeouts = 0;
  }

  /** Records that the candidate did not answer within its time limit. */
  synchronized void timedOut(Admission admission, long now) {
    if (admission == Admission.PROBE) {
      failed(admission, now);
    } else if (++timeouts >= TIMEOUTS_IN_A_ROW) {
      open(now);
    }
  }

  /**
   * Records that the JVM that the candidate runs in could not be reached: like a timeout, without
   * the wait.
   */
  synchronized void unreachable(Admission admission, long now) {
    timedOut(admission, now);
  }

  /**
   * Records that the candidate could not be called; if the call was the probe, another call may be.
   */
  synchronized void unanswered(Admission admission) {
    if (admission == Admission.PROBE && state == State.PROBING) {
      transitionTo(State.HALF_OPEN);
    }
  }

  /** Opens the breaker at once, after a call that harms more than one that only takes long. */
  synchronized void failed(Admission admission, long now) {
    if (admission == Admission.PROBE) {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    open(now);
  }

  /**
   * Records that a call did not return after its interrupt and used CPU time.
   *
   * @return whether the point is off from now on
   */
  synchronized boolean spun(Admission admission, long now) {
    boolean isOff = record.spun();
    if (isOff) {
      transitionTo(State.OFF);
    } else {
      failed(admission, now);
    }
    return isOff;
  }

  /**
   * Takes calls again at a point that is off.
   *
   * @return whether it was off
   */
  synchronized boolean turnOn() {
    boolean wasOff = record.turnOn();
    if (state == State.OFF) {
      pause = FIRST_PAUSE;
      transitionTo(State.CLOSED);
    }
    return wasOff;
  }

  /** Opens the breaker; has no effect on an open breaker, or on a point that is off. */
  synchronized void open(long now) {
    if (state != State.OPEN && state != State.OFF) {
      transitionTo(State.OPEN);
      opened = now;
      timeouts = 0;
    }
  }

  /**
   * Admits a probe if the pause is over, and sheds or takes calls by the limits of all points.
   * Called periodically.
   */
  synchronized void tick(long now, boolean hasRoomForProbes) {
    String before = refusal;
    refusal = limits.refusal(point);
    if (state == State.OPEN
        && hasRoomForProbes
        && now - opened >= pause
        && limits.allowsProbe(point)) {
      transitionTo(State.HALF_OPEN);
    } else if (!Objects.equals(before, refusal)) {
      transitionTo(state);
    }
  }

  /** Whether calls are shed, except for a probe. */
  synchronized boolean isOpen() {
    return state != State.CLOSED;
  }

  /** Why the breaker sheds calls. */
  synchronized String reason() {
    String own = ownReason();
    return own != null ? own : refusal != null ? refusal : OPEN;
  }

  private @Nullable String ownReason() {
    if (state == State.OFF) {
      return CandidateRecord.OFF;
    }
    return state == State.OPEN || state == State.PROBING ? OPEN : null;
  }

  private void transitionTo(State next) {
    state = next;
    String own = ownReason();
    point.shed(own != null ? own : refusal);
  }
}
