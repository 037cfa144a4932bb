package io.understudy.agent.jmx;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One call point in JMX. Immutable. */
public final class PointView {
  private final Map<String, Object> status;
  private final Map<String, Long> fates = new TreeMap<>();

  /** Creates a view of one call point of a status. */
  PointView(Map<String, Object> status) {
    this.status = status;
    Object counts = status.get("fates");
    if (counts instanceof Map) {
      ((Map<?, ?>) counts).forEach((fate, n) -> fates.put(String.valueOf(fate), (Long) n));
    }
  }

  /** The call point's name. */
  public String getName() {
    return String.valueOf(status.get("name"));
  }

  /** One of: armed, paused, stopped, off, shedding, refused, not loaded yet. */
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

  /** The state of the breaker, one of: closed, probing, open, off. */
  public String getBreakerState() {
    return String.valueOf(status.getOrDefault("breakerState", "closed"));
  }

  /** Why a class was not woven; null if no class was refused. */
  public @Nullable String getRefusal() {
    Object refusal = status.get("refusal");
    return refusal == null ? null : refusal.toString();
  }

  /** The number of classes into which the control was woven. */
  public int getWovenClasses() {
    return ((Number) status.getOrDefault("wovenClasses", 0)).intValue();
  }

  /** The share of the sampled calls that the budget takes now, from 0 to 1. */
  public double getTaken() {
    return ((Number) status.getOrDefault("taken", 1)).doubleValue();
  }

  /** Why the budget does not take all of them; null if it takes them. */
  public @Nullable String getLimit() {
    Object limit = status.get("limit");
    return limit == null ? null : limit.toString();
  }

  /** The number of intercepted calls. */
  public long getIntercepted() {
    return ((Number) status.getOrDefault("intercepted", 0)).longValue();
  }

  /** The number of calls without a fate yet. */
  public long getInFlight() {
    return ((Number) status.getOrDefault("inFlight", 0)).longValue();
  }

  /** The number of calls by fate. */
  public Map<String, Long> getFates() {
    return fates;
  }
}
