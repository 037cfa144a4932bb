package app;

import java.math.BigDecimal;

/** Candidates; most of them misbehave. */
public class Next {
  public BigDecimal right(Cart cart, int each) {
    return BigDecimal.valueOf(cart.items.size() * each, 2);
  }

  public BigDecimal wrong(Cart cart, int each) {
    return BigDecimal.TEN;
  }

  public BigDecimal nothing(Cart cart, int each) {
    return null;
  }

  public BigDecimal error(Cart cart, int each) {
    throw new NoClassDefFoundError("com/acme/Missing");
  }

  public BigDecimal stack(Cart cart, int each) {
    return stack(cart, each + 1).add(BigDecimal.ONE);
  }

  public BigDecimal memory(Cart cart, int each) {
    long[][] all = new long[1 << 20][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new long[1 << 20];
    }
    return BigDecimal.ZERO;
  }

  public BigDecimal greedy(Cart cart, int each) {
    cart.items.clear();
    cart.touched = -1;
    return BigDecimal.ZERO;
  }

  public BigDecimal never(Cart cart, int each) {
    while (true) {
      try {
        // Simulates a candidate that hangs and ignores interrupts.
        Thread.sleep(1000);
      } catch (InterruptedException stubborn) {
        continue;
      }
    }
  }

  public BigDecimal legacyAgain(Cart cart, int each) {
    return new Legacy().quote(cart, each);
  }

  public Object same(Object value) {
    throw new Error("candidate");
  }

  public int refuses(String why) {
    return 0;
  }

  public void fails(RuntimeException with) {}
}
