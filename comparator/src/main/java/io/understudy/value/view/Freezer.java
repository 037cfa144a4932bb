package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shapes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts live objects to their frozen form. Thread-safe.
 *
 * <p>It reads fields instead of calling application code. What cannot be read so (collections and
 * texts of the application's own classes, library types, exceptions that override their methods,
 * views) is read by methods. On a thread of the application, {@link #freezePartly} leaves that to
 * {@link #complete}.
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
   * As {@link #freeze(Object, Meter, Views)}, on a thread of the application: runs no code outside
   * of the JDK. An object that only such code can read, by its own methods or by a view, is copied
   * by its fields and read by {@link #complete}.
   *
   * @param copies makes the copies
   * @param lenient as for {@link #freezeLeniently}
   * @return what {@code freeze} returns, or an object for {@link #complete}
   */
  public static @Nullable Object freezePartly(
      @Nullable Object live, Meter meter, Views views, boolean lenient, PrivateCopies copies)
      throws Uncapturable {
    return live == null ? null : views.shapes().freezePartly(live, meter, lenient, copies);
  }

  /** Whether this result of {@link #freezePartly} must be completed. */
  public static boolean isPartly(@Nullable Object frozen) {
    return Shapes.isPartly(frozen);
  }

  /**
   * Reads the rest of an object that is frozen in part. This runs code of the application, on
   * copies. Call it once for each object, and before any other use of it.
   *
   * @param partly a result of {@link #freezePartly}
   * @throws Uncapturable as {@link #freeze(Object, Meter)} does
   */
  public static @Nullable Object complete(@Nullable Object partly, Meter meter)
      throws Uncapturable {
    return partly == null ? null : Shapes.complete(partly, meter);
  }

  /**
   * Compiles readers for classes whose objects are frozen often; the JIT compiler can inline these
   * readers. A thread of the agent calls this periodically.
   *
   * @param empty makes an object of a class without its constructors, for a trial run of its
   *     reader; null if it cannot
   */
  public static void compile(Function<Class<?>, @Nullable Object> empty) {
    StandardShapes.ALL.compile(empty);
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
