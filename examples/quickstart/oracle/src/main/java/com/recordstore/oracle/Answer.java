package com.recordstore.oracle;

import org.jspecify.annotations.Nullable;

/**
 * What a call did.
 *
 * @param value what it returned; null where it threw, and where it returned null or nothing
 * @param thrown what it threw; null where it returned
 */
record Answer<T>(@Nullable T value, @Nullable Exception thrown) {

  /** A call of either side. */
  interface Ask<T> {
    /** Makes the call. */
    @Nullable T call() throws Exception;
  }

  /** Makes the call and keeps what comes of it. */
  static <T> Answer<T> of(Ask<T> ask) {
    try {
      return new Answer<>(ask.call(), null);
    } catch (Exception e) {
      return new Answer<>(null, e);
    }
  }

  /** The value of a call that is known to have returned one. */
  T get() {
    if (value == null) {
      throw new IllegalStateException("returned no value", thrown);
    }
    return value;
  }
}
