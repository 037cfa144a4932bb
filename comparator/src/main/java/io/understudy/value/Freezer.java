package io.understudy.value;

import org.jspecify.annotations.Nullable;

/**
 * Turns live objects into their frozen form. Thread-safe; runs on the application's threads, so it
 * calls no application code where reading fields will do.
 */
public final class Freezer {
  private Freezer() {}

  /**
   * Freezes an object and all that it leads to.
   *
   * @param live any object of the application
   * @param meter what this may cost
   * @return null, the same object if it is an immutable scalar, or a {@link Frozen}
   * @throws Uncapturable when some part of it cannot be read, is one-shot, or a bound is passed
   */
  public static @Nullable Object freeze(@Nullable Object live, Meter meter) throws Uncapturable {
    throw new Uncapturable("not yet built");
  }

  /**
   * Freezes as {@link #freeze} does, but leaves a {@link Frozen} of kind {@link Kind#OPAQUE}, with
   * its reason, in place of what cannot be read. For the pool, where a part that cannot be seen is
   * said rather than the whole call given up.
   *
   * @throws Uncapturable when a bound is passed
   */
  public static @Nullable Object freezeLeniently(@Nullable Object live, Meter meter)
      throws Uncapturable {
    throw new Uncapturable("not yet built");
  }
}
