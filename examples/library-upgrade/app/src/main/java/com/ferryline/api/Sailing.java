package com.ferryline.api;

/** A departure, in the local time of its port. Changed by nobody after it was made. */
public class Sailing {
  private final String fromZone;
  private final String departs;
  private final String toZone;
  private final int minutes;

  public Sailing(String fromZone, String departs, String toZone, int minutes) {
    this.fromZone = fromZone;
    this.departs = departs;
    this.toZone = toZone;
    this.minutes = minutes;
  }

  public String getFromZone() {
    return fromZone;
  }

  public String getDeparts() {
    return departs;
  }

  public String getToZone() {
    return toZone;
  }

  public int getMinutes() {
    return minutes;
  }
}
