package com.acme.legacy;

/** A result of the legacy services. */
public class Quote {
  public double total;
}
