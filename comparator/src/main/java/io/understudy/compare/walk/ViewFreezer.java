package io.understudy.compare.walk;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * Prepares objects for the walk. With the standard views an object stays as it is. With a user's
 * views it is frozen, so that a view's code runs once for each object, and never during the
 * comparison. Thread-safe.
 */
final class ViewFreezer {
  /** Only an object that generates parts without end exceeds these bounds. */
  private static final Bounds ENDLESS = new Bounds(2_000_000, 1L << 28, Long.MAX_VALUE);

  private final Views views;

  ViewFreezer(Views views) {
    this.views = views;
  }

  /** Returns an object to compare: live with the standard views, otherwise a scalar or frozen. */
  @Nullable Object of(@Nullable Object object) {
    if (views.isStandard()) {
      return object;
    }
    try {
      return Freezer.freezeLeniently(object, new Meter(ENDLESS), views);
    } catch (Uncapturable endless) {
      return Freezer.unread(object, endless.reason());
    }
  }
}
