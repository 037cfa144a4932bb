package com.recordstore.oracle;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call.
 *
 * @param value the result; null for an exception, a null result, or void
 * @param thrown the exception; null if the call returned
 */
record Answer<T>(@Nullable T value, @Nullable Exception thrown) {

  /** A call of either side. */
  interface Ask<T> {
    /** Makes the call. */
    @Nullable T call() throws Exception;
  }

  /** Makes the call and returns its outcome. */
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
