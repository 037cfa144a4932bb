package io.understudy.overhead.journal;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** An application that calls a method at a steady rate, for the size of the journal. */
public final class Load {
  private Load() {}

  /** The legacy implementation: it takes 20 µs in the median, with a long tail. */
  public static final class Legacy {
    /** Returns a price. */
    public Money quote(Order order) {
      spin(20_000);
      return new Money(order.lines * 100L);
    }
  }

  /** The new implementation, somewhat faster. */
  public static final class Next {
    /** Returns the same price. */
    public Money quote(Order order) {
      spin(15_000);
      return new Money(order.lines * 100L);
    }
  }

  /** An argument. */
  public static final class Order {
    final String id;
    final int lines;

    Order(String id, int lines) {
      this.id = id;
      this.lines = lines;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** A result. */
  public record Money(long cents) {}

  private static void spin(long medianNanos) {
    double factor = Math.exp(0.5 * ThreadLocalRandom.current().nextGaussian());
    long end = System.nanoTime() + (long) (medianNanos * factor);
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  /**
   * Calls.
   *
   * @param arguments the calls in a second, and the seconds
   */
  public static void main(String[] arguments) {
    double rate = Double.parseDouble(arguments[0]);
    long calls = (long) (rate * Double.parseDouble(arguments[1]));
    Legacy legacy = new Legacy();
    long start = System.nanoTime();
    long cents = 0;
    for (long call = 0; call < calls; call++) {
      long due = start + (long) (call * 1e9 / rate);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        if (left > 100_000) {
          LockSupport.parkNanos(left - 50_000);
        }
      }
      cents += legacy.quote(new Order("O-" + call, 1 + (int) (call % 10))).cents();
    }
    System.out.println(calls + " calls, " + cents);
  }
}
