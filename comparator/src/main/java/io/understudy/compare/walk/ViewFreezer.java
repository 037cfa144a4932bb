package io.understudy.compare.walk;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * How a walk gets to see the objects that it compares. Under the standard views as they are: it
 * finds their shapes itself. What a user has said of classes takes a frozen form, so that a view's
 * code runs once for each object and never in the middle of a comparison.
 */
final class ViewFreezer {
  /** So large that nothing but an endless object passes it. */
  private static final Bounds ENDLESS = new Bounds(50_000_000, 4L << 30, Long.MAX_VALUE);

  private final Views views;

  ViewFreezer(Views views) {
    this.views = views;
  }

  /** An object as it is seen; live under the standard views, else a scalar or frozen. */
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
