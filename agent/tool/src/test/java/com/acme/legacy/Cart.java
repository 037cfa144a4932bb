package com.acme.legacy;

import java.util.List;

/** An argument of the legacy services. */
public class Cart {
  public List<Line> lines;

  /** A nested type. */
  public static class Line {
    public String sku;
    public double price;
  }
}
