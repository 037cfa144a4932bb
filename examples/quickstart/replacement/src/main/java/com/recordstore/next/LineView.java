package com.recordstore.next;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One sold track. The twin for Java 8 of the record in {@code src/main/java17}. */
public final class LineView {
  private final int lineId;
  private final int trackId;
  private final String title;
  private final BigDecimal unitPrice;
  private final int quantity;

  /** As the record's canonical constructor. */
  public LineView(int lineId, int trackId, String title, BigDecimal unitPrice, int quantity) {
    this.lineId = lineId;
    this.trackId = trackId;
    this.title = title;
    this.unitPrice = unitPrice;
    this.quantity = quantity;
  }

  /** Number of the line. */
  public int lineId() {
    return lineId;
  }

  /** Which track. */
  public int trackId() {
    return trackId;
  }

  /** Title of the track. */
  public String title() {
    return title;
  }

  /** Price of one, in dollars. */
  public BigDecimal unitPrice() {
    return unitPrice;
  }

  /** How many. */
  public int quantity() {
    return quantity;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof LineView)) {
      return false;
    }
    LineView that = (LineView) other;
    return lineId == that.lineId
        && trackId == that.trackId
        && Objects.equals(title, that.title)
        && Objects.equals(unitPrice, that.unitPrice)
        && quantity == that.quantity;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lineId, trackId, title, unitPrice, quantity);
  }

  @Override
  public String toString() {
    return "LineView[lineId="
        + lineId
        + ", trackId="
        + trackId
        + ", title="
        + title
        + ", unitPrice="
        + unitPrice
        + ", quantity="
        + quantity
        + "]";
  }
}
