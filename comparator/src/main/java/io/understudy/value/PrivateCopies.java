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
          public LastSteps finish() {
            return LastSteps.NONE;
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
     * Completes all copies, without running code of the application. Call it once, after the last
     * copy.
     *
     * @return the steps that are left for the thread that reads the copies
     * @throws Uncapturable when an object cannot be copied faithfully, or a bound is exceeded
     */
    LastSteps finish() throws Uncapturable;
  }

  /**
   * The last steps of copies. They may call code of the application with the copies, such as hash
   * codes of keys, or allocate large tables.
   */
  interface LastSteps {
    /** No steps. */
    LastSteps NONE = () -> {};

    /**
     * Runs the steps. Call it once, before the copies are read, on a thread that may run code of
     * the application.
     *
     * @throws Uncapturable when a copy cannot be completed
     */
    void run() throws Uncapturable;
  }
}
