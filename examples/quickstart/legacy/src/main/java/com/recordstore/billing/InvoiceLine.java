package com.recordstore.billing;

/** One sold track on an invoice. */
public class InvoiceLine {
  private int lineId;
  private int trackId;
  private String title;
  private double unitPrice;
  private int quantity;

  /** Number of the line. */
  public int getLineId() {
    return lineId;
  }

  /** Sets it. */
  public void setLineId(int lineId) {
    this.lineId = lineId;
  }

  /** Which track. */
  public int getTrackId() {
    return trackId;
  }

  /** Sets it. */
  public void setTrackId(int trackId) {
    this.trackId = trackId;
  }

  /** Title of the track. */
  public String getTitle() {
    return title;
  }

  /** Sets it. */
  public void setTitle(String title) {
    this.title = title;
  }

  /** Price of one, in dollars. */
  public double getUnitPrice() {
    return unitPrice;
  }

  /** Sets it. */
  public void setUnitPrice(double unitPrice) {
    this.unitPrice = unitPrice;
  }

  /** How many. */
  public int getQuantity() {
    return quantity;
  }

  /** Sets it. */
  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }
}
