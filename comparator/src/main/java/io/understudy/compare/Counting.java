package io.understudy.compare;

import org.jspecify.annotations.Nullable;

/** What one comparison counts for {@link RuleCounts}. Not thread-safe; used once. */
final class Counting {
  private static final Counting NOTHING = new Counting(null);

  /** What rules do in this comparison. */
  final Hits hits;

  private final @Nullable RuleCounts counts;
  private final @Nullable Leaves control;
  private final @Nullable Leaves candidate;

  private Counting(@Nullable RuleCounts counts) {
    this.counts = counts;
    this.hits = counts == null ? Hits.NONE : new Hits();
    boolean watched = counts != null && counts.isWatchedNext();
    this.control = counts == null || !watched ? null : counts.newLeaves();
    this.candidate = counts == null || !watched ? null : counts.newLeaves();
  }

  /**
   * What the next comparison counts.
   *
   * @throws IllegalArgumentException when the counts are of other rules
   */
  static Counting of(@Nullable RuleCounts counts, Rules rules) {
    if (counts == null) {
      return NOTHING;
    }
    counts.checkAreOf(rules);
    return new Counting(counts);
  }

  /** Counts the leaves of both sides, where this comparison is watched. */
  void watch(@Nullable Object mine, @Nullable Object theirs, @Nullable RuleNode node) {
    if (control != null && candidate != null) {
      control.count(mine, node);
      candidate.count(theirs, node);
    }
  }

  /** Adds what was counted. */
  void end() {
    if (counts != null) {
      counts.add(hits);
      if (control != null && candidate != null) {
        counts.add(control, candidate);
      }
    }
  }
}
