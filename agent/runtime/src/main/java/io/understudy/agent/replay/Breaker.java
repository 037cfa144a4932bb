package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;

/**
 * Sheds the calls of one call point whose candidate does not answer any more, so that it does not
 * take the pool from the others.
 *
 * <p>Closed, it lets all calls through, until {@link #TIMEOUTS_IN_A_ROW} have timed out one after
 * the other, or one has left a thread behind and no more may be left. Open, it sheds them, also
 * those that are not captured yet (see {@link CallPoint#shed}). After a pause that doubles from 10
 * seconds to 10 minutes it lets one call through, the probe: an answer closes it. Thread-safe;
 * times are {@code System.nanoTime()}.
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

  /** Whether a call may be asked, and as what. */
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

  /** Whether the next call may be asked. A probe is told what became of it by the methods below. */
  synchronized Admission admit() {
    switch (state) {
      case CLOSED:
        return Admission.ORDINARY;
      case HALF_OPEN:
        to(State.PROBING);
        return Admission.PROBE;
      default:
        return Admission.SHED;
    }
  }

  /** The candidate has answered in time. */
  synchronized void answered(Admission as) {
    if (as == Admission.PROBE) {
      to(State.CLOSED);
      pause = FIRST_PAUSE;
    }
    timeouts = 0;
  }

  /** The candidate has not answered in time. */
  synchronized void timedOut(Admission as, long now) {
    if (as == Admission.PROBE) {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      open(now);
    } else if (++timeouts >= TIMEOUTS_IN_A_ROW) {
      open(now);
    }
  }

  /** The candidate could not be asked, which says nothing: another call may be the probe. */
  synchronized void unanswered(Admission as) {
    if (as == Admission.PROBE && state == State.PROBING) {
      to(State.HALF_OPEN);
    }
  }

  /** Sheds calls from now on; leaves a breaker alone that does so already. */
  synchronized void open(long now) {
    if (state != State.OPEN) {
      to(State.OPEN);
      opened = now;
      timeouts = 0;
    }
  }

  /** Lets a probe through if the pause is over; asked now and then. */
  synchronized void tick(long now) {
    if (state == State.OPEN && now - opened >= pause) {
      to(State.HALF_OPEN);
    }
  }

  /** Whether calls are being shed, but for a probe. */
  synchronized boolean isOpen() {
    return state != State.CLOSED;
  }

  private void to(State next) {
    state = next;
    point.shed(next == State.OPEN || next == State.PROBING ? OPEN : null);
  }
}
