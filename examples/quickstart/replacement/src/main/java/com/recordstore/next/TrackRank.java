package com.recordstore.next;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How well a track sold in a period. The twin for Java 8 of the record in {@code src/main/java17}.
 */
public final class TrackRank {
  private final int trackId;
  private final String title;
  private final int sold;
  private final BigDecimal revenue;

  /** As the record's canonical constructor. */
  public TrackRank(int trackId, String title, int sold, BigDecimal revenue) {
    this.trackId = trackId;
    this.title = title;
    this.sold = sold;
    this.revenue = revenue;
  }

  /** Which track. */
  public int trackId() {
    return trackId;
  }

  /** Title of the track. */
  public String title() {
    return title;
  }

  /** How many were sold. */
  public int sold() {
    return sold;
  }

  /** The revenue, in dollars. */
  public BigDecimal revenue() {
    return revenue;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof TrackRank)) {
      return false;
    }
    TrackRank that = (TrackRank) other;
    return trackId == that.trackId
        && Objects.equals(title, that.title)
        && sold == that.sold
        && Objects.equals(revenue, that.revenue);
  }

  @Override
  public int hashCode() {
    return Objects.hash(trackId, title, sold, revenue);
  }

  @Override
  public String toString() {
    return "TrackRank[trackId="
        + trackId
        + ", title="
        + title
        + ", sold="
        + sold
        + ", revenue="
        + revenue
        + "]";
  }
}
