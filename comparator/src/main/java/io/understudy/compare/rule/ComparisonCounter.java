package io.understudy.compare.rule;

import org.jspecify.annotations.Nullable;

/** The counts of one comparison, for {@link RuleCounts}. Not thread-safe; used once. */
public final class ComparisonCounter {
  private static final ComparisonCounter NOT_COUNTING = new ComparisonCounter(null);

  /** The rules that mattered in this comparison. */
  public final RuleHits hits;

  private final @Nullable RuleCounts counts;
  private final @Nullable LeafCounter control;
  private final @Nullable LeafCounter candidate;

  private ComparisonCounter(@Nullable RuleCounts counts) {
    this.counts = counts;
    this.hits = counts == null ? RuleHits.NONE : new RuleHits();
    boolean sampled = counts != null && counts.isSampledNext();
    this.control = counts == null || !sampled ? null : counts.newLeaves();
    this.candidate = counts == null || !sampled ? null : counts.newLeaves();
  }

  /**
   * Creates the counter for the next comparison; null counts nothing.
   *
   * @throws IllegalArgumentException when the counts belong to other rules
   */
  public static ComparisonCounter of(@Nullable RuleCounts counts, Rules rules) {
    if (counts == null) {
      return NOT_COUNTING;
    }
    counts.checkAreOf(rules);
    return new ComparisonCounter(counts);
  }

  /** Counts the leaves of both sides, if this comparison is in the sample. */
  public void countLeaves(
      @Nullable Object controlValue, @Nullable Object candidateValue, @Nullable RuleNode node) {
    if (control != null && candidate != null) {
      control.count(controlValue, node);
      candidate.count(candidateValue, node);
    }
  }

  /** Adds the counts of this comparison to the total. */
  public void end() {
    if (counts != null) {
      counts.add(hits);
      if (control != null && candidate != null) {
        counts.add(control, candidate);
      }
    }
  }
}
