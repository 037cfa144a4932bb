package com.acme.legacy;

import java.time.Instant;

/** A result of the legacy services. */
public class Quote {
  public double total;
  public String currency;
  public Instant quotedAt;
}
