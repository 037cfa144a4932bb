package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sign that a session still counts, written once a minute and at the end. Without it, a session
 * whose counting stopped would look like a session without calls. Immutable.
 */
public final class HeartbeatEntry {
  private final long minute;
  private final long flushes;
  private final long points;
  private final long armed;
  private final long paused;
  private final long failures;
  private final long restarts;

  /**
   * Creates a sign of life of an agent whose threads have not failed.
   *
   * @param minute when it was written, minutes since the epoch
   * @param flushes the number of flushes of the session so far; it grows from beat to beat
   * @param points the number of configured call points
   * @param armed the number of call points that take calls at this moment
   * @param paused the number of call points that a person has paused
   * @throws IllegalArgumentException when a count is negative
   */
  public HeartbeatEntry(long minute, long flushes, long points, long armed, long paused) {
    this(minute, flushes, points, armed, paused, 0, 0);
  }

  private HeartbeatEntry(
      long minute,
      long flushes,
      long points,
      long armed,
      long paused,
      long failures,
      long restarts) {
    this.minute = minute;
    this.flushes = notNegative("flushes", flushes);
    this.points = notNegative("points", points);
    this.armed = notNegative("armed", armed);
    this.paused = notNegative("paused", paused);
    this.failures = notNegative("failures", failures);
    this.restarts = notNegative("restarts", restarts);
  }

  /**
   * Returns this beat with what happened to the agent's threads in the session so far.
   *
   * @param failures how often work of a thread has failed
   * @param restarts how often a thread has died and was started again
   * @throws IllegalArgumentException when a count is negative
   */
  public HeartbeatEntry withThreads(long failures, long restarts) {
    return new HeartbeatEntry(minute, flushes, points, armed, paused, failures, restarts);
  }

  private static long notNegative(String field, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a beat counts no " + count + " " + field);
    }
    return count;
  }

  /** When it was written: minutes since the epoch, UTC. */
  public long minute() {
    return minute;
  }

  /** The number of flushes of the session so far. */
  public long flushes() {
    return flushes;
  }

  /** The number of configured call points. */
  public long points() {
    return points;
  }

  /** The number of call points that took calls at that moment. */
  public long armed() {
    return armed;
  }

  /** The number of call points that a person had paused. */
  public long paused() {
    return paused;
  }

  /** How often work of the agent's threads has failed in the session so far. */
  public long failures() {
    return failures;
  }

  /** How often threads of the agent have died and were started again in the session so far. */
  public long restarts() {
    return restarts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof HeartbeatEntry)) {
      return false;
    }
    HeartbeatEntry that = (HeartbeatEntry) other;
    return minute == that.minute
        && flushes == that.flushes
        && points == that.points
        && armed == that.armed
        && paused == that.paused
        && failures == that.failures
        && restarts == that.restarts;
  }

  @Override
  public int hashCode() {
    return Objects.hash(minute, flushes);
  }

  @Override
  public String toString() {
    return "beat at minute "
        + minute
        + ": "
        + flushes
        + " flushes, "
        + armed
        + " of "
        + points
        + " points armed, "
        + paused
        + " paused, "
        + failures
        + " failures, "
        + restarts
        + " restarts";
  }
}
