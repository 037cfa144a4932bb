package io.understudy.agent.replay.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A thread that has not returned from the application's code. Not thread-safe, except for {@link
 * #view}; guarded by {@link StuckThreads}.
 */
final class StuckThread {
  private static final int MOST_FRAMES = 12;

  private static final int MOST_STOPS = 6;
  private static final long FIRST_PAUSE = 250_000_000L;

  final Thread thread;
  final String point;
  private final String what;
  private final boolean mayStop;
  private final Instant since = Instant.now();
  private final long sinceNanos;
  private long measuredAt;
  private long cpu;
  private boolean spins;
  private int stops;
  private long nextStop;

  /**
   * Creates an entry.
   *
   * @param what what the thread runs, for people
   * @param mayStop whether the thread runs code of a candidate, so that it may be stopped
   * @param spins whether it has used CPU time since its interrupt
   */
  StuckThread(
      Thread thread,
      String point,
      String what,
      boolean mayStop,
      boolean spins,
      long cpu,
      long now) {
    this.thread = thread;
    this.point = point;
    this.what = what;
    this.mayStop = mayStop;
    this.spins = spins;
    this.cpu = cpu;
    this.measuredAt = now;
    this.sinceNanos = now;
    this.nextStop = now;
  }

  boolean spins() {
    return spins;
  }

  int stops() {
    return stops;
  }

  /** Measures whether the thread spins now. */
  void measure(ThreadCosts costs, long now) {
    long read = costs.cpuNanos(thread);
    spins =
        ThreadCosts.isSpinning(
            cpu, read, now - measuredAt, thread.getState() != Thread.State.RUNNABLE);
    cpu = read;
    measuredAt = now;
  }

  /** Stops the thread if it is due; returns whether it was stopped now. */
  boolean stopIfDue(ThreadCosts costs, ThreadStop stop, long now) {
    if (!mayStop
        || stops >= MOST_STOPS
        || now - nextStop < 0
        || !(spins || costs.holdsMonitors(thread))
        || !ThreadStop.isSafe(thread.getStackTrace())
        || !stop.stop(thread)) {
      return false;
    }
    nextStop = now + (FIRST_PAUSE << stops);
    stops++;
    return true;
  }

  /** Whether the thread catches what {@code Thread.stop} throws. */
  boolean resistsStops() {
    return stops >= MOST_STOPS;
  }

  /** Describes the thread for the log. */
  String describe() {
    List<String> frames = frames(4);
    return point
        + ": "
        + what
        + " does not end; its thread "
        + thread.getName()
        + " is left behind and "
        + (spins ? "spins" : "waits")
        + (cpu < 0 ? "" : ", CPU time " + cpu / 1_000_000 + " ms")
        + ", at "
        + String.join(" < ", frames);
  }

  /** Returns what status shows. */
  StuckThreadView view(long now) {
    return new StuckThreadView(
        thread.getName(),
        point,
        what,
        since.toString(),
        (now - sinceNanos) / 1_000_000,
        cpu < 0 ? -1 : cpu / 1_000_000,
        spins,
        stops,
        frames(MOST_FRAMES));
  }

  private List<String> frames(int most) {
    List<String> frames = new ArrayList<>();
    StackTraceElement[] trace = thread.getStackTrace();
    for (int i = 0; i < trace.length && i < most; i++) {
      frames.add(trace[i].toString());
    }
    return Collections.unmodifiableList(frames);
  }
}
