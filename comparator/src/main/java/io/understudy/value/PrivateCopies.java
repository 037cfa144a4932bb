package io.understudy.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes private copies of live objects by reading their fields, without running code of the
 * application. The freezer copies an object that can only be read by its own methods, so that
 * another thread can read the copy later. Thread-safe.
 */
public interface PrivateCopies {
  /**
   * Starts copies that belong together: an object that two of them refer to is copied once.
   *
   * @param meter counts the cost of the copies and checks the bounds
   */
  Session begin(Meter meter);

  /** The last steps of some copies. */
  interface LastSteps {
    /** Runs the steps. Call it once. */
    void run() throws Uncapturable;
  }

  /** Copies arrays of objects. */
  interface Rows {
    /** Copies the objects of an array, all of which belong together. */
    @Nullable Object[] copy(@Nullable Object[] live, Meter meter) throws Uncapturable;
  }

  /** Copies each object alone: objects that two of them share are copied twice. */
  static PrivateCopies of(Rows copier) {
    return meter ->
        new Session() {
          @Override
          public Object copy(Object live) throws Uncapturable {
            return Objects.requireNonNull(copier.copy(new Object[] {live}, meter)[0]);
          }

          @Override
          public @Nullable LastSteps finish() {
            return null;
          }
        };
  }

  /** Copies that belong together. Used by one thread. */
  interface Session {
    /**
     * Copies an object. Its contents may be incomplete until {@link #finish}.
     *
     * @return a copy of the same class, or the object itself if it never changes
     * @throws Uncapturable when the object cannot be copied faithfully, or a bound is exceeded;
     *     after that the session must not be used any more
     */
    Object copy(Object live) throws Uncapturable;

    /**
     * Completes all copies. Call it once, after the last copy.
     *
     * @return the last steps, which run code of the application with the copies, so that they must
     *     run on another thread before the copies are used; null if there are none
     * @throws Uncapturable when an object cannot be copied faithfully, or a bound is exceeded
     */
    @Nullable LastSteps finish() throws Uncapturable;
  }
}
