package io.understudy.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orderly end of a session, with the sums of all its tallies. A reader checks what it has read
 * against these sums. Immutable.
 */
public final class CloseEntry {
  private final Instant at;
  private final String why;
  private final Map<String, PointTotals> totals;

  /**
   * Creates the end of a session.
   *
   * @param at when the session ended
   * @param why why it ended, one clause: "JVM shutdown"
   * @param totals the sums of all tallies, by the name of the call point; copied
   */
  public CloseEntry(Instant at, String why, Map<String, PointTotals> totals) {
    this.at = at;
    this.why = why;
    this.totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }

  /** When the session ended. */
  public Instant at() {
    return at;
  }

  /** Why it ended, one clause. */
  public String why() {
    return why;
  }

  /** The sums of all tallies of the session, by the name of the call point. Unmodifiable. */
  public Map<String, PointTotals> totals() {
    return totals;
  }

  /** Returns the estimated size of this entry in memory. Bytes. */
  public long size() {
    long size = 500;
    for (String name : totals.keySet()) {
      size += 300 + 2L * name.length();
    }
    return size;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CloseEntry
        && at.equals(((CloseEntry) other).at)
        && why.equals(((CloseEntry) other).why)
        && totals.equals(((CloseEntry) other).totals);
  }

  @Override
  public int hashCode() {
    return at.hashCode();
  }

  @Override
  public String toString() {
    return "closed at " + at + ": " + why + ", " + totals;
  }
}
