package com.acme.legacy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Void methods with various parameters. */
public class Voids {
  public void text(String text, int number, LocalDate date) {}

  public void constant(TimeUnit unit, Level level) {}

  public void value(Pair pair) {}

  public void bean(Cart cart) {}

  public void list(List<String> list) {}

  public void array(int[] array) {}

  /** An enum of the application. */
  public enum Level {
    LOW,
    HIGH
  }

  /** An immutable class. */
  public static final class Pair {
    private final String left;
    private final Level right;

    Pair(String left, Level right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public String toString() {
      return left + right;
    }
  }
}
