package com.parcels.shipping;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a parcel costs and when it arrives. Immutable. */
public final class Quote {
  private final BigDecimal price;
  private final LocalDate arrival;
  private final Service service;

  /** How a parcel travels. */
  public enum Service {
    /** By letter post. */
    LETTER,
    /** By van and aircraft. */
    PARCEL,
    /** By lorry. */
    FREIGHT
  }

  /** Creates a quote. */
  public Quote(BigDecimal price, LocalDate arrival, Service service) {
    this.price = price;
    this.arrival = arrival;
    this.service = service;
  }

  /** The price in euros. */
  public BigDecimal getPrice() {
    return price;
  }

  /** The day of delivery. */
  public LocalDate getArrival() {
    return arrival;
  }

  /** How the parcel travels. */
  public Service getService() {
    return service;
  }

  @Override
  public String toString() {
    return price + " EUR, " + arrival + ", " + service;
  }
}
