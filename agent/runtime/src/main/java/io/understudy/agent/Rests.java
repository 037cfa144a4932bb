package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.capture.Capture;
import io.understudy.agent.replay.ReplayPool;
import java.util.List;
import java.util.function.Consumer;

/**
 * Disarms the call points of a generation that are paused or stopped, so that their calls cost
 * nothing, and arms those that are not. The calls of a short pause are counted. A point stays armed
 * while one of its candidates runs: a call of its control must be noticed. Thread-safe.
 */
final class Rests {
  private final List<CallPoint> points;
  private final Capture capture;
  private final ReplayPool pool;
  private final Consumer<CallPoint> resumed;

  /**
   * Creates the rests of call points; {@code resumed} is told each point before it is armed again.
   */
  Rests(List<CallPoint> points, Capture capture, ReplayPool pool, Consumer<CallPoint> resumed) {
    this.points = points;
    this.capture = capture;
    this.pool = pool;
    this.resumed = resumed;
  }

  /** Follows the states of the points. Call it after a change and periodically. */
  synchronized void update() {
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    for (CallPoint point : points) {
      boolean rests = point.isResting();
      if (rests) {
        if (point.mayDisarm(nanos) && !pool.uses(point) && capture.rest(point, true)) {
          point.disarmed(nanos);
        }
        point.countRest(nanos, millis);
      } else if (capture.rests(point)) {
        // Before it takes calls again, so that it begins with few.
        resumed.accept(point);
        capture.rest(point, false);
        point.endRest(nanos, millis);
      }
    }
  }

  /** Counts the time of rest until now, since no later update does. */
  synchronized void end() {
    for (CallPoint point : points) {
      point.endRest(System.nanoTime(), System.currentTimeMillis());
    }
  }
}
