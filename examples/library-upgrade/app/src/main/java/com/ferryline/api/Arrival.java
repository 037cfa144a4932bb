package com.ferryline.api;

/** An arrival, in the local time of its port, with its offset from UTC. */
public class Arrival {
  private final String local;
  private final String offset;
  private final long instant;

  public Arrival(String local, String offset, long instant) {
    this.local = local;
    this.offset = offset;
    this.instant = instant;
  }

  public String getLocal() {
    return local;
  }

  public String getOffset() {
    return offset;
  }

  public long getInstant() {
    return instant;
  }
}
