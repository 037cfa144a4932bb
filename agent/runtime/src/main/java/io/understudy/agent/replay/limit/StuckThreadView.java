package io.understudy.agent.replay.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A thread that has not returned from the application's code, as status shows it. Immutable. */
public final class StuckThreadView {
  private final String thread;
  private final String point;
  private final String what;
  private final String since;
  private final long millis;
  private final long cpuMillis;
  private final boolean spins;
  private final int stops;
  private final List<String> frames;

  StuckThreadView(
      String thread,
      String point,
      String what,
      String since,
      long millis,
      long cpuMillis,
      boolean spins,
      int stops,
      List<String> frames) {
    this.thread = thread;
    this.point = point;
    this.what = what;
    this.since = since;
    this.millis = millis;
    this.cpuMillis = cpuMillis;
    this.spins = spins;
    this.stops = stops;
    this.frames = frames;
  }

  /** Whether the thread uses CPU time. */
  public boolean spins() {
    return spins;
  }

  /** Returns the entry of a status, with its keys in the order of their display. */
  public Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("thread", thread);
    status.put("point", point);
    status.put("what", what);
    status.put("since", since);
    status.put("millis", millis);
    status.put("cpuMillis", cpuMillis);
    status.put("state", spins ? "spins" : "waits");
    status.put("stops", stops);
    status.put("frames", frames);
    return status;
  }

  @Override
  public String toString() {
    return status().toString();
  }
}
