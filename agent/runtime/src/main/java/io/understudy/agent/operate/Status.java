package io.understudy.agent.operate;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.journal.Fate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds the parts of a status. Keys are in the order of their display. Every key is always
 * present, and an absent value is null, so that scripts need not test for keys. A status contains
 * no value of the application. Stateless.
 */
public final class Status {
  private Status() {}

  /**
   * Returns the status of one call point.
   *
   * @param point the call point
   * @param woven the number of classes into which its control was woven
   * @param refusal why a class was not woven; null if no class was refused
   * @param offSince since when the point is off, as its candidate has spun; null if it is not off
   */
  public static Map<String, Object> point(
      CallPoint point, int woven, @Nullable String refusal, @Nullable Instant offSince) {
    Ledger ledger = point.ledger();
    Map<String, Object> fates = new LinkedHashMap<>();
    long ended = 0;
    for (Fate fate : Fate.values()) {
      long count = ledger.total(fate);
      ended += count;
      fates.put(fate.wireName(), count);
    }
    // Read after the fates: calls that enter in between count as in flight.
    long intercepted = ledger.totalIntercepted();
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("name", point.name());
    status.put("control", point.config().control().toString());
    status.put("candidate", point.config().candidateText());
    status.put("state", state(point, woven, refusal, offSince != null));
    putNullable(status, "breaker", point.unhealthy());
    putNullable(status, "offSince", offSince == null ? null : offSince.toString());
    status.put("wovenClasses", woven);
    putNullable(status, "refusal", refusal);
    status.put("intercepted", intercepted);
    status.put("inFlight", intercepted - ended);
    status.put("fates", fates);
    status.put("conduct", point.conduct());
    return status;
  }

  private static String state(CallPoint point, int woven, @Nullable String refusal, boolean isOff) {
    if (point.isStopped()) {
      return "stopped";
    }
    if (point.isPaused()) {
      return "paused";
    }
    if (isOff) {
      return "off";
    }
    if (woven == 0) {
      return refusal == null ? "not loaded yet" : "refused";
    }
    return point.shedding() == null ? "armed" : "shedding";
  }

  /** Returns a map of the given names and values, which alternate. */
  public static Map<String, Object> counts(Object... namesAndValues) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      counts.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return counts;
  }

  /** Puts a value, which may be null. */
  @SuppressWarnings("NullAway")
  public static void putNullable(
      Map<String, Object> map, String key, @Nullable Object valueOrNull) {
    map.put(key, valueOrNull);
  }

  /** Returns the list of maps under a key. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> status, String key) {
    return (List<Map<String, Object>>) Objects.requireNonNull(status.get(key), key);
  }

  /** Returns the map under a key. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> status, String key) {
    return (Map<String, Object>) Objects.requireNonNull(status.get(key), key);
  }
}
