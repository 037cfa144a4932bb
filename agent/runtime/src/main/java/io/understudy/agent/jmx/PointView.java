package io.understudy.agent.jmx;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One call point as a JMX console sees it. Immutable. */
public final class PointView {
  private final Map<String, Object> status;
  private final Map<String, Long> fates = new TreeMap<>();

  /** Shows one of the call points of a status. */
  PointView(Map<String, Object> status) {
    this.status = status;
    Object counts = status.get("fates");
    if (counts instanceof Map) {
      ((Map<?, ?>) counts).forEach((fate, n) -> fates.put(String.valueOf(fate), (Long) n));
    }
  }

  /** Its name. */
  public String getName() {
    return String.valueOf(status.get("name"));
  }

  /** Armed, paused, shedding, refused, or not loaded yet. */
  public String getState() {
    return String.valueOf(status.get("state"));
  }

  /** The control method. */
  public String getControl() {
    return String.valueOf(status.get("control"));
  }

  /** The candidate method. */
  public String getCandidate() {
    return String.valueOf(status.get("candidate"));
  }

  /** Why a class was not woven; null where that never happened. */
  public @Nullable String getRefusal() {
    Object refusal = status.get("refusal");
    return refusal == null ? null : refusal.toString();
  }

  /** How many classes its control was woven into. */
  public int getWovenClasses() {
    return ((Number) status.getOrDefault("wovenClasses", 0)).intValue();
  }

  /** How many calls were entered. */
  public long getIntercepted() {
    return ((Number) status.getOrDefault("intercepted", 0)).longValue();
  }

  /** How many calls have no fate yet. */
  public long getInFlight() {
    return ((Number) status.getOrDefault("inFlight", 0)).longValue();
  }

  /** How many calls have ended how. */
  public Map<String, Long> getFates() {
    return fates;
  }
}
