package com.acme.app;

import java.util.List;

public class Main {
  record Line(String sku, int quantity) {}

  static class Order {
    private final List<Line> lines;
    private int total;

    Order(List<Line> lines) {
      this.lines = lines;
    }
  }

  static class Pricing {
    Order price(Order order) {
      Order priced = new Order(order.lines);
      priced.total = order.lines.stream().mapToInt(Line::quantity).sum();
      return priced;
    }
  }

  static class NextPricing {
    Order price(Order order) {
      Order priced = new Order(order.lines);
      for (Line line : order.lines) {
        priced.total += line.quantity();
      }
      return priced;
    }
  }

  public static void main(String[] args) {
    Order order = new Order(List.of(new Line("A", 1), new Line("B", 2)));
    System.out.println(new Pricing().price(order).total + " " + Main.class.getModule());
  }
}
