package io.understudy.tool.host;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A candidate of the host's tests. It is loaded again by the host, with all its nested classes. */
public final class Candidate {
  /** The control's cart, and, in another loader, the candidate's. */
  public static class Cart {
    final String owner;
    final List<Line> lines = new ArrayList<>();

    Cart(String owner) {
      this.owner = owner;
    }
  }

  /** Has no constructor without parameters. */
  public static final class Line {
    final String sku;
    final BigDecimal price;

    Line(String sku, BigDecimal price) {
      this.sku = sku;
      this.price = price;
    }
  }

  /** The candidate's own class of another name, which has all the parts. */
  public static final class Basket {
    private String owner = "";
    private List<Item> lines = new ArrayList<>();
  }

  /** Another class of the candidate. */
  public static final class Item {
    private String sku = "";
    private BigDecimal price = BigDecimal.ZERO;
  }

  /** Has a part that carts do not have. */
  public static final class RicherBasket {
    private String owner = "";
    private List<Item> lines = new ArrayList<>();
    private int points;
  }

  public BigDecimal total(Cart cart) {
    BigDecimal total = BigDecimal.ZERO;
    for (Line line : cart.lines) {
      total = total.add(line.price);
    }
    return total;
  }

  public BigDecimal totalOfBasket(Basket basket) {
    BigDecimal total = BigDecimal.ZERO;
    for (Item line : basket.lines) {
      total = total.add(line.price);
    }
    return total;
  }

  public String richer(RicherBasket basket) {
    return basket.owner + basket.points;
  }

  public int narrow(int value) {
    return value;
  }

  public Map<String, Integer> fill(Map<String, Integer> map) {
    map.put("filled", 1);
    return map;
  }

  public String fail(String message) {
    throw new IllegalStateException(message, new RuntimeException("cause"));
  }

  public CompletionStage<String> later(String text) {
    return CompletableFuture.completedFuture(text);
  }

  public String sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return "slept";
  }

  public static String version() {
    return System.getProperty("java.version");
  }
}
