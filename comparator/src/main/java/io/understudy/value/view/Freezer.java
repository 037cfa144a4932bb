package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import org.jspecify.annotations.Nullable;

/**
 * Converts live objects to their frozen form. Thread-safe.
 *
 * <p>It runs on the application's threads, so it reads fields instead of calling application code.
 * It calls methods only of collections, character sequences and exceptions of the application's own
 * classes, and what the views ask for.
 */
public final class Freezer {
  private Freezer() {}

  /**
   * Freezes an object and all objects that it refers to.
   *
   * @param live any object of the application, or a {@link Frozen}, which is returned unchanged
   * @param meter counts the cost and checks the bounds
   * @return null, a scalar that no other code can change, or a {@link Frozen}
   * @throws Uncapturable when a part cannot be read, can be read only once, or was changed while it
   *     was read; or when a bound is exceeded
   */
  public static @Nullable Object freeze(@Nullable Object live, Meter meter) throws Uncapturable {
    return freeze(live, meter, Views.standard());
  }

  /** As {@link #freeze(Object, Meter)}, with these views. */
  public static @Nullable Object freeze(@Nullable Object live, Meter meter, Views views)
      throws Uncapturable {
    return live == null ? null : views.shapes().freeze(live, meter, false);
  }

  /**
   * As {@link #freeze(Object, Meter)}, but a part that cannot be read becomes a {@link Frozen} of
   * kind {@link Kind#OPAQUE} with its reason. For pool threads, which report such a part instead of
   * giving up the call.
   *
   * @throws Uncapturable when a bound is exceeded
   */
  public static @Nullable Object freezeLeniently(@Nullable Object live, Meter meter)
      throws Uncapturable {
    return freezeLeniently(live, meter, Views.standard());
  }

  /** As {@link #freezeLeniently(Object, Meter)}, with these views. */
  public static @Nullable Object freezeLeniently(@Nullable Object live, Meter meter, Views views)
      throws Uncapturable {
    return live == null ? null : views.shapes().freeze(live, meter, true);
  }

  /**
   * Represents an object that is not read; its kind is {@link Kind#OPAQUE}. Returns null for null.
   *
   * @param reason one clause without values
   */
  public static @Nullable Object unread(@Nullable Object live, String reason) {
    return live == null ? null : Frozen.unread(live.getClass().getName(), reason);
  }
}
