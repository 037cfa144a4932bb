package io.understudy.report.summary;

import java.time.Instant;
import java.util.Comparator;

/**
 * A time without a sign that a session counted. Calls of this time may be missing everywhere.
 * Immutable; ordered by time.
 *
 * @param session the id of the session
 * @param from the last sign before it
 * @param to the first sign after it
 */
public record CountingGap(String session, Instant from, Instant to)
    implements Comparable<CountingGap> {
  private static final Comparator<CountingGap> ORDER =
      Comparator.comparing(CountingGap::from)
          .thenComparing(CountingGap::to)
          .thenComparing(CountingGap::session);

  /** Returns its length in minutes. */
  public long minutes() {
    return (to.getEpochSecond() - from.getEpochSecond()) / 60;
  }

  @Override
  public int compareTo(CountingGap other) {
    return ORDER.compare(this, other);
  }
}
