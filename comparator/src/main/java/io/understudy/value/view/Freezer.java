package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import org.jspecify.annotations.Nullable;

/**
 * Turns live objects into their frozen form. Thread-safe; runs on the application's threads, so it
 * calls no application code where reading fields will do: only collections, character sequences and
 * exceptions of the application's own classes are read through their methods.
 */
public final class Freezer {
  private Freezer() {}

  /**
   * Freezes an object and all that it leads to.
   *
   * @param live any object of the application, or a {@link Frozen}, which is given back
   * @param meter what this may cost
   * @return null, a scalar that nobody can change, or a {@link Frozen}
   * @throws Uncapturable when some part of it cannot be read, is one-shot, was changed meanwhile,
   *     or a bound is passed
   */
  public static @Nullable Object freeze(@Nullable Object live, Meter meter) throws Uncapturable {
    return freeze(live, meter, Views.standard());
  }

  /** Freezes as {@link #freeze(Object, Meter)} does, seeing classes as these views say. */
  public static @Nullable Object freeze(@Nullable Object live, Meter meter, Views views)
      throws Uncapturable {
    return live == null ? null : views.shapes().freeze(live, meter, false);
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
    return freezeLeniently(live, meter, Views.standard());
  }

  /** Freezes as {@link #freezeLeniently(Object, Meter)} does, seeing classes as these views say. */
  public static @Nullable Object freezeLeniently(@Nullable Object live, Meter meter, Views views)
      throws Uncapturable {
    return live == null ? null : views.shapes().freeze(live, meter, true);
  }

  /**
   * Stands for an object that is not read at all: of kind {@link Kind#OPAQUE}.
   *
   * @param reason one clause without values
   */
  public static @Nullable Object unread(@Nullable Object live, String reason) {
    return live == null ? null : Frozen.unread(live.getClass().getName(), reason);
  }
}
