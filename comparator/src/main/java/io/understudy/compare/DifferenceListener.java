package io.understudy.compare;

import io.understudy.value.Path;
import org.jspecify.annotations.Nullable;

/**
 * Receives every difference of one comparison when it is found, listed or not, and returns the
 * acceptance that covers it. Serves one comparison and one thread.
 */
public interface DifferenceListener {
  /**
   * Returns the id of the acceptance that covers a difference; null where there is none. A covered
   * difference counts as accepted.
   */
  @Nullable String acceptanceIdOf(Difference difference);

  /**
   * Marks the current state for {@link #rollBack}. It is called for each list that is compared, so
   * it must be cheap while no difference is covered; null then.
   */
  @Nullable Object mark();

  /**
   * Discards the differences received since a mark; other differences for the same values follow.
   */
  void rollBack(@Nullable Object since);

  /**
   * Returns an object that is equal for two places below which the same differences are covered.
   * The comparison of a pair of objects is repeated where the pair occurs at an unlike place. By
   * default all places are unlike.
   */
  default Object placeOf(Path path) {
    return path;
  }
}
