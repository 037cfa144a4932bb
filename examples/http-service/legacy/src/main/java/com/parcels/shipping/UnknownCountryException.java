package com.parcels.shipping;

/** Thrown for a country without a tariff. */
public final class UnknownCountryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates an exception for a country code. */
  public UnknownCountryException(String country) {
    super("no tariff for " + country);
  }
}
