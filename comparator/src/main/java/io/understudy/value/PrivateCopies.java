package io.understudy.value;

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
     * @throws Uncapturable when an object cannot be copied faithfully, or a bound is exceeded
     */
    void finish() throws Uncapturable;
  }
}
