package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;

/**
 * Sheds the calls of a call point whose candidate stops answering, so that other call points keep
 * their share of the pool.
 *
 * <p>A closed breaker admits all calls. It opens after {@link #TIMEOUTS_IN_A_ROW} consecutive
 * timeouts, or when a call abandons a thread and the limit of abandoned threads is reached. An open
 * breaker sheds all calls, including those that are not captured yet (see {@link CallPoint#shed}).
 * After a pause it admits one call, the probe; an answer to the probe closes the breaker. The pause
 * doubles from 10 seconds to 10 minutes. Thread-safe; times are {@code System.nanoTime()}.
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
    PROBING
  }

  /** The decision of {@link #admit} on one call. */
  enum Admission {
    ORDINARY,
    PROBE,
    SHED
  }

  private final CallPoint point;
  private State state = State.CLOSED;
  private int timeouts;
  private long pause = FIRST_PAUSE;
  private long opened;

  Breaker(CallPoint point) {
    this.point = point;
  }

  /**
   * Decides on the next call. After a {@link Admission#PROBE}, exactly one of the methods below
   * must report its result.
   */
  synchronized Admission admit() {
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
    if (admission == Admission.PROBE) {
      transitionTo(State.CLOSED);
      pause = FIRST_PAUSE;
    }
    timeouts = 0;
  }

  /** Records that the candidate did not answer within its time limit. */
  synchronized void timedOut(Admission admission, long now) {
    if (admission == Admission.PROBE) {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      open(now);
    } else if (++timeouts >= TIMEOUTS_IN_A_ROW) {
      open(now);
    }
  }

  /**
   * Records that the candidate could not be called; if the call was the probe, another call may be.
   */
  synchronized void unanswered(Admission admission) {
    if (admission == Admission.PROBE && state == State.PROBING) {
      transitionTo(State.HALF_OPEN);
    }
  }

  /** Opens the breaker; has no effect on an open breaker. */
  synchronized void open(long now) {
    if (state != State.OPEN) {
      transitionTo(State.OPEN);
      opened = now;
      timeouts = 0;
    }
  }

  /** Admits a probe if the pause is over. Called periodically. */
  synchronized void tick(long now) {
    if (state == State.OPEN && now - opened >= pause) {
      transitionTo(State.HALF_OPEN);
    }
  }

  /** Whether calls are shed, except for a probe. */
  synchronized boolean isOpen() {
    return state != State.CLOSED;
  }

  private void transitionTo(State next) {
    state = next;
    point.shed(next == State.OPEN || next == State.PROBING ? OPEN : null);
  }
}
