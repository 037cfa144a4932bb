package com.parcels.shipping;

import java.math.BigDecimal;

/** A parcel at the desk. Immutable. */
public final class Parcel {
  private final String sender;
  private final BigDecimal weight;
  private final boolean insured;

  /**
   * Creates a parcel.
   *
   * @param weight in kilograms
   */
  public Parcel(String sender, BigDecimal weight, boolean insured) {
    this.sender = sender;
    this.weight = weight;
    this.insured = insured;
  }

  /** The name of the sender. */
  public String getSender() {
    return sender;
  }

  /** The weight in kilograms. */
  public BigDecimal getWeight() {
    return weight;
  }

  /** Whether a lost parcel is paid for. */
  public boolean isInsured() {
    return insured;
  }

  @Override
  public String toString() {
    return sender + ", " + weight + " kg";
  }
}
