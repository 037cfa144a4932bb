package com.recordstore.billing;

/** How well a track sold in a period. */
public class TrackSale {
  private int trackId;
  private String title;
  private int sold;
  private double revenue;

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

  /** How many were sold. */
  public int getSold() {
    return sold;
  }

  /** Sets it. */
  public void setSold(int sold) {
    this.sold = sold;
  }

  /** The revenue, in dollars. */
  public double getRevenue() {
    return revenue;
  }

  /** Sets it. */
  public void setRevenue(double revenue) {
    this.revenue = revenue;
  }
}
