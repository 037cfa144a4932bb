package app;

import java.math.BigDecimal;

public class Legacy {
  /** Changes its argument, as legacy code does. */
  public BigDecimal quote(Cart cart, int each) {
    cart.touched++;
    return BigDecimal.valueOf(cart.items.size() * each, 2);
  }

  public Object same(Object value) {
    return value;
  }

  public int refuses(String why) {
    throw new IllegalStateException(why);
  }

  public void fails(RuntimeException with) {
    throw with;
  }
}
