package io.understudy.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state on which woven code depends. It is replaced as a whole, so that no thread sees a part
 * of a new state.
 *
 * <p>Numbers of call points are never used twice in a JVM. An <i>attachment</i> lasts from the
 * start of an agent until it detaches. All gates of an attachment have the same base. Slots are the
 * indexes of {@code armed} and of the threads' marks: the number of a point minus the base.
 */
final class Gate {
  /** Null while no agent is attached, and while an agent takes no more calls. */
  final @Nullable Handler handler;

  /** The first number of this attachment. */
  final int base;

  /**
   * By slot. Deliberately not volatile: a thread may see a change late, but never a wrong state.
   */
  final boolean[] armed;

  private Gate(@Nullable Handler handler, int base, boolean[] armed) {
    this.handler = handler;
    this.base = base;
    this.armed = armed;
  }

  /** Returns a gate without handler; the next attachment uses numbers from {@code base} on. */
  static Gate closed(int base) {
    return new Gate(null, base, new boolean[0]);
  }

  /** Returns a gate of the same attachment without a handler. */
  Gate drained() {
    return new Gate(null, base, armed);
  }

  /**
   * Returns a gate of the same attachment with another handler and slots for numbers below {@code
   * end}.
   */
  Gate with(Handler next, int end) {
    return new Gate(next, base, Arrays.copyOf(armed, end - base));
  }
}
