package io.understudy.overhead.startup;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sources of a typical legacy application: packages of services that implement interfaces and
 * extend an abstract class, with beans as arguments and results. A service has five classes.
 */
final class Sources {
  static final int PACKAGES = 100;
  static final int SERVICES = 20;

  private static final String BASE =
      """
      package com.acme.%s;
      public abstract class Base<T> {
        private final java.util.Map<String, Integer> seen = new java.util.HashMap<>();
        protected abstract int price(T order);
        protected int times(String id) { Integer n = seen.get(id); seen.put(id, n == null ? 1 : n + 1); return n == null ? 0 : n; }
      }
      """;

  private static final String INTERFACE =
      """
      package com.acme.%s;
      public interface Quotes%d { Money%2$d quote(Order%2$d order, int quantity); }
      """;

  private static final String ORDER =
      """
      package com.acme.%s;
      public class Order%d implements java.io.Serializable {
        private final String id;
        private int lines;
        private java.math.BigDecimal discount = java.math.BigDecimal.ZERO;
        public Order%2$d(String id) { this.id = id; }
        public String getId() { return id; }
        public int getLines() { return lines; }
        public void setLines(int lines) { this.lines = lines; }
        public java.math.BigDecimal getDiscount() { return discount; }
        public void setDiscount(java.math.BigDecimal discount) { this.discount = discount; }
        @Override public boolean equals(Object o) { return o instanceof Order%2$d && ((Order%2$d) o).id.equals(id); }
        @Override public int hashCode() { return id.hashCode(); }
        @Override public String toString() { return "Order " + id + " of " + lines; }
      }
      """;

  private static final String MONEY =
      """
      package com.acme.%s;
      public final class Money%d implements Comparable<Money%2$d> {
        private final java.math.BigDecimal amount;
        private final String currency;
        public Money%2$d(long cents, String currency) { this.amount = java.math.BigDecimal.valueOf(cents, 2); this.currency = currency; }
        public java.math.BigDecimal getAmount() { return amount; }
        public String getCurrency() { return currency; }
        @Override public int compareTo(Money%2$d other) { return amount.compareTo(other.amount); }
      }
      """;

  private static final String SERVICE =
      """
      package com.acme.%s;
      public class Service%d extends Base<Order%2$d> implements Quotes%2$d {
        private static final int MARGIN = Integer.getInteger("com.acme.margin", 3);
        @Override protected int price(Order%2$d order) { return 100 * order.getLines() + MARGIN; }
        @Override public Money%2$d quote(Order%2$d order, int quantity) {
          int cents = price(order) * quantity;
          if (times(order.getId()) > 10) { cents -= cents / 50; }
          return new Money%2$d(cents, "EUR");
        }
        public boolean isOpen(String id) { return times(id) >= 0 && !id.isEmpty(); }
      }
      """;

  private static final String NEXT =
      """
      package com.acme.%s;
      public class Next%d {
        public Money%2$d quote(Order%2$d order, int quantity) {
          return new Money%2$d((100 * order.getLines() + 3) * quantity, "EUR");
        }
      }
      """;

  /** Loads and initialises all classes of its list, and calls each service once. */
  private static final String MAIN =
      """
      package com.acme;
      import java.io.*;
      public final class Main {
        public static void main(String[] arguments) throws Exception {
          int used = 0;
          try (BufferedReader names = new BufferedReader(new InputStreamReader(Main.class.getResourceAsStream("/classes.txt"), "UTF-8"))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
              Class<?> type = Class.forName(name);
              if (type.getSimpleName().startsWith("Service")) {
                Object service = type.getConstructor().newInstance();
                Class<?> order = Class.forName(name.replace("Service", "Order"));
                type.getMethod("quote", order, int.class).invoke(service, order.getConstructor(String.class).newInstance("O-" + used++), 2);
              }
            }
          }
          System.out.println("ready " + used);
          System.in.read();
        }
      }
      """;

  private Sources() {}

  static String packageName(int number) {
    return "m%02d".formatted(number);
  }

  /** Sources by class name. */
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int p = 0; p < PACKAGES; p++) {
      String name = packageName(p);
      add(all, name, "Base", BASE.formatted(name));
      for (int s = 0; s < SERVICES; s++) {
        add(all, name, "Quotes" + s, INTERFACE.formatted(name, s));
        add(all, name, "Order" + s, ORDER.formatted(name, s));
        add(all, name, "Money" + s, MONEY.formatted(name, s));
        add(all, name, "Service" + s, SERVICE.formatted(name, s));
        add(all, name, "Next" + s, NEXT.formatted(name, s));
      }
    }
    all.put("com.acme.Main", MAIN);
    return all;
  }

  private static void add(Map<String, String> all, String name, String type, String source) {
    all.put("com.acme." + name + "." + type, source);
  }
}
