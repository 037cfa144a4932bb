package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Copies comparators, whose state, if any, the application goes on using. */
final class Comparators {
  private Comparators() {}

  /** The comparator for a copy; null for none. */
  @SuppressWarnings("unchecked")
  static <T> @Nullable Comparator<T> copy(@Nullable Comparator<T> live, Copying walk)
      throws Uncapturable {
    return (Comparator<T>) walk.apart(live);
  }
}
