package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Copies comparators, whose state, if any, the application goes on using. */
final class ComparatorCopies {
  private ComparatorCopies() {}

  /** The comparator for a copy; null for none. */
  @SuppressWarnings("unchecked")
  static <T> @Nullable Comparator<T> copy(@Nullable Comparator<T> live, CopyWalk walk)
      throws Uncapturable {
    return (Comparator<T>) walk.apart(live);
  }
}
