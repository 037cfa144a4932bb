package io.understudy.overhead.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Chains of objects that differ only at their ends; their order does not count. */
public final class Chains {
  private final List<Link> customers = new ArrayList<>();

  /** Returns {@code count} chains of {@code length} links in an order that depends on the seed. */
  Chains(int count, int length, boolean changed, long seed) {
    for (int i = 0; i < count; i++) {
      Link chain = new Link(changed && i == count / 3 ? -1 : i, null);
      for (int k = 1; k < length; k++) {
        chain = new Link(k, chain);
      }
      customers.add(chain);
    }
    Collections.shuffle(customers, new Random(seed));
  }

  /** An object that refers to the next one. */
  public static final class Link {
    private final int value;
    private final @Nullable Link next;

    Link(int value, @Nullable Link next) {
      this.value = value;
      this.next = next;
    }

    @Override
    public String toString() {
      return value + " " + (next == null);
    }
  }

  @Override
  public String toString() {
    return customers.toString();
  }
}
