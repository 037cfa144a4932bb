package io.understudy.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Everything that woven code depends on, replaced as one: nobody sees half of a new gate.
 *
 * <p>Numbers of call points are never used twice in a JVM. From the moment that an agent starts
 * until it detaches, an <i>attachment</i>, all gates have the same base; {@code armed} and the
 * threads' marks are indexed by slots, which are the numbers less that base.
 */
final class Gate {
  /** Null only while no agent is there; then nothing is armed. */
  final @Nullable Handler handler;

  /** The first number of this attachment. */
  final int base;

  /** By slot. Plain on purpose: a thread may see a change late, never wrongly. */
  final boolean[] armed;

  private Gate(@Nullable Handler handler, int base, boolean[] armed) {
    this.handler = handler;
    this.base = base;
    this.armed = armed;
  }

  /** Lets nothing through; numbers from {@code base} on are for who opens it next. */
  static Gate closed(int base) {
    return new Gate(null, base, new boolean[0]);
  }

  /** The same attachment with another handler and room for numbers below {@code next}. */
  Gate with(Handler next, int end) {
    return new Gate(next, base, Arrays.copyOf(armed, end - base));
  }
}
