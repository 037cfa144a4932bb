package io.understudy.compare;

import org.jspecify.annotations.Nullable;

/**
 * Hears every difference of one comparison as it is found, listed or not, and says what covers it.
 * For one comparison and one thread.
 */
public interface DifferenceListener {
  /**
   * The id of what covers a difference; null when nothing does. What is covered is counted apart.
   */
  @Nullable String acceptanceIdOf(Difference difference);

  /**
   * What has been heard so far, for {@link #rollBack}; made at each list that is compared, so it
   * should cost nothing while nothing was covered.
   */
  @Nullable Object mark();

  /** Takes back what was heard since: a better account of the same differences follows. */
  void rollBack(@Nullable Object since);
}
