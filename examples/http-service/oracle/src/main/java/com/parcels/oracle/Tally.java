package com.parcels.oracle;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The calls of one method. Not thread-safe. */
public final class Tally {
  private long calls;
  private long agreed;
  private final Map<String, Long> places = new TreeMap<>();

  /** Counts a call that differs at these places. */
  void count(Set<String> differences) {
    calls++;
    agreed += differences.isEmpty() ? 1 : 0;
    differences.forEach(place -> places.merge(place, 1L, Long::sum));
  }

  /** All calls. */
  public long calls() {
    return calls;
  }

  /** The calls that agreed. */
  public long agreed() {
    return agreed;
  }

  /** How many calls disagreed at each place. */
  public Map<String, Long> places() {
    return places;
  }

  @Override
  public String toString() {
    return calls + " calls, " + agreed + " agreed, " + places;
  }
}
