package com.acme.legacy;

import java.util.List;
import java.util.Set;

/** The controls of the checks, which never load this class. */
public class PricingService extends BaseService {
  static {
    System.setProperty("com.acme.legacy.PricingService.initialised", "yes");
  }

  public Quote quote(Cart cart, int customer) {
    return new Quote();
  }

  public Quote total(Cart cart) {
    return new Quote();
  }

  public Quote total(Cart cart, String voucher) {
    return new Quote();
  }

  static double tax(double net, String... regions) {
    return net;
  }

  public void book(Cart cart) {}

  public List<String> tags(Cart.Line line) {
    return null;
  }

  public Set<Integer> codes(Integer customer) {
    return null;
  }

  private long count(Object anything, char sign, int[] numbers) {
    return 0;
  }
}
