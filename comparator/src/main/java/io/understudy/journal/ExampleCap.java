package io.understudy.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which calls are kept as examples: so many for each call point, signature and hour. What
 * is refused is still counted by the tallies. Memory is bounded: beyond 10,000 different signatures
 * in one hour new ones are refused. Thread-safe.
 */
public final class ExampleCap {
  static final int MOST_SIGNATURES = 10_000;

  private static final long HOUR_MILLIS = 3_600_000;

  private final int perHour;
  private final Map<String, Integer> admitted = new HashMap<>();
  private long hour = Long.MIN_VALUE;

  /**
   * A cap.
   *
   * @param perHour examples for each call point, signature and hour; 0 for none at all
   */
  public ExampleCap(int perHour) {
    this.perHour = perHour;
  }

  /**
   * Whether a call is kept: when at least one of its signatures has room left in this hour. Counts
   * it under all its signatures if so.
   *
   * @param point the name of the call point
   * @param signatures those of its differences; for a call without, its fate
   * @param nowMillis milliseconds since the epoch
   */
  public synchronized boolean admit(String point, Collection<String> signatures, long nowMillis) {
    long now = Math.floorDiv(nowMillis, HOUR_MILLIS);
    // Calls of the last hour may still come while those of this one do: they share its room. What
    // is
    // further back comes from a clock that had run ahead.
    if (now > hour || now < hour - 1) {
      hour = now;
      admitted.clear();
    }
    if (signatures.stream().noneMatch(signature -> hasRoom(key(point, signature)))) {
      return false;
    }
    for (String signature : signatures) {
      String key = key(point, signature);
      if (hasRoom(key)) {
        admitted.merge(key, 1, Integer::sum);
      }
    }
    return true;
  }

  private boolean hasRoom(String key) {
    Integer count = admitted.get(key);
    return count == null ? perHour > 0 && admitted.size() < MOST_SIGNATURES : count < perHour;
  }

  private static String key(String point, String signature) {
    return point + '\n' + EntryText.clip(signature);
  }
}
