package io.understudy.agent.snapshot;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys and a comparator of {@link ContainerStates}. */
final class ContainerKeys {
  private ContainerKeys() {}

  /** A key whose hash code depends on its contents; some keys collide. */
  static final class Key implements Comparable<Key>, Serializable {
    private static final long serialVersionUID = 1;
    int number;

    Key(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      return number % 7 * 31;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key && ((Key) other).number == number;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
      return "key " + number;
    }
  }

  /** A key without an order, all of whose objects collide. */
  static final class Colliding {
    final int number;
    final List<String> more = new ArrayList<>();

    Colliding(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      return 77;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Colliding && ((Colliding) other).number == number;
    }

    @Override
    public String toString() {
      return "colliding " + number;
    }
  }

  /** A comparator with state, which counts its calls. */
  static final class Counting implements Comparator<Object>, Serializable {
    private static final long serialVersionUID = 1;
    int calls;

    @Override
    public int compare(Object one, Object other) {
      calls++;
      return other.toString().compareTo(one.toString());
    }
  }
}
