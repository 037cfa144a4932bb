package io.understudy.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits the examples for each call point, signature and hour. The tallies still count the refused
 * calls. Memory is bounded: beyond 10,000 different signatures in one hour, new ones are refused.
 * Thread-safe.
 */
public final class ExampleCap {
  static final int MOST_SIGNATURES = 10_000;

  private static final long HOUR_MILLIS = 3_600_000;

  private final int perHour;
  private final Map<String, Integer> admitted = new HashMap<>();
  private long hour = Long.MIN_VALUE;

  /**
   * Creates a cap.
   *
   * @param perHour examples for each call point, signature and hour; 0 for no examples
   */
  public ExampleCap(int perHour) {
    this.perHour = perHour;
  }

  /**
   * Decides whether a call becomes an example: at least one of its signatures must have room in
   * this hour. If so, the call counts under all its signatures.
   *
   * @param point the name of the call point
   * @param signatures the signatures of its differences, or its fate if it has no differences
   * @param nowMillis milliseconds since the epoch
   */
  public synchronized boolean admit(String point, Collection<String> signatures, long nowMillis) {
    long now = Math.floorDiv(nowMillis, HOUR_MILLIS);
    // Calls of the last hour may still arrive during this hour; they share its room. A time
    // further back means that the clock was ahead and was set back.
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
