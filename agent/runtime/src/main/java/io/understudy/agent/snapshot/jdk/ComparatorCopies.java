package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Copies comparators, since the application continues to use the state of the original. Stateless.
 */
final class ComparatorCopies {
  private ComparatorCopies() {}

  /** Returns the comparator for a copy; null if there is none. */
  @SuppressWarnings("unchecked")
  static <T> @Nullable Comparator<T> copy(@Nullable Comparator<T> live, CopyWalk walk)
      throws Uncapturable {
    return (Comparator<T>) walk.copySeparately(live);
  }
}
