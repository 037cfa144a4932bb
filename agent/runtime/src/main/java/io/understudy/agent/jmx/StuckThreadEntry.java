package io.understudy.agent.jmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A thread that a candidate does not return from, in JMX. Immutable. */
public final class StuckThreadEntry {
  private final Map<String, Object> status;

  /** Creates a view of one stuck thread of a status. */
  StuckThreadEntry(Map<String, Object> status) {
    this.status = status;
  }

  /** The thread's name. */
  public String getThread() {
    return String.valueOf(status.get("thread"));
  }

  /** The call point. */
  public String getPoint() {
    return String.valueOf(status.get("point"));
  }

  /** What the thread runs. */
  public String getWhat() {
    return String.valueOf(status.get("what"));
  }

  /** When the pool abandoned it, ISO 8601 in UTC. */
  public String getSince() {
    return String.valueOf(status.get("since"));
  }

  /** The CPU time that it has used, in milliseconds; -1 if the JVM does not report it. */
  public long getCpuMillis() {
    return ((Number) status.getOrDefault("cpuMillis", -1L)).longValue();
  }

  /** One of: spins, waits. */
  public String getState() {
    return String.valueOf(status.get("state"));
  }

  /** The top frames of its stack. */
  public List<String> getFrames() {
    List<String> frames = new ArrayList<>();
    Object known = status.get("frames");
    if (known instanceof List) {
      ((List<?>) known).forEach(frame -> frames.add(String.valueOf(frame)));
    }
    return frames;
  }
}
