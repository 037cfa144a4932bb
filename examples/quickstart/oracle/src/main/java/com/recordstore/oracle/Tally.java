package com.recordstore.oracle;

import java.util.Map;
import java.util.TreeMap;

/** The counts of one method. Not thread-safe. */
final class Tally {
  private final String name;
  private final Map<String, Long> places = new TreeMap<>();
  private long agreed;
  private long disagreed;

  /** Nothing counted yet. */
  Tally(String name) {
    this.name = name;
  }

  /** Counts one call. */
  void count(Findings findings) {
    if (findings.places().isEmpty()) {
      agreed++;
    } else {
      disagreed++;
      findings.places().forEach(place -> places.merge(place, 1L, Long::sum));
    }
  }

  /** The call point's name. */
  String name() {
    return name;
  }

  /** How many calls were made. */
  long calls() {
    return agreed + disagreed;
  }

  /** In how many calls both sides did the same. */
  long agreed() {
    return agreed;
  }

  /** In how many calls they did not. */
  long disagreed() {
    return disagreed;
  }

  /** How many calls disagreed at each place. */
  Map<String, Long> places() {
    return places;
  }
}
