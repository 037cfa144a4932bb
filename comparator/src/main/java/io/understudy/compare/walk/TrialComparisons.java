package io.understudy.compare.walk;

import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.RuleNode;
import org.jspecify.annotations.Nullable;

/**
 * Trial comparisons of one walk: they report no differences, only whether two objects are equal.
 */
final class TrialComparisons {
  /** The maximum depth of trials inside trials. */
  private static final int MAX_DEPTH = 64;

  /** The maximum number of trials of one walk. */
  private static final int MAX_TRIALS = 1_000_000;

  private final Walk walk;

  /** Pairs that a trial inside another trial found different; they stay different. */
  private @Nullable PairTable differentPairs;

  private int depth;
  private int count;
  private int refused;

  TrialComparisons(Walk walk) {
    this.walk = walk;
  }

  /**
   * Whether two objects are equal under the rules of {@code node}. Inside other trials the results
   * are stored, since each trial would repeat them.
   *
   * @throws MultisetPairing.TooManyTrials when there are too many trials, or too many inside each
   *     other
   */
  boolean areEqual(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    boolean plain = node == null || (!node.isSpecial && node.types == null);
    if (plain
        && control != null
        && candidate != null
        && ScalarComparison.areSame(control, candidate)) {
      return true;
    }
    // Whether ids are a pair depends on earlier ids of the walk, so no result is stored.
    boolean identifies = walk.ids != null && node != null && node.identifies;
    if (control == null || candidate == null || depth == 0 || identifies) {
      return countDifferences(control, candidate, node, 1) == 0;
    }
    walk.rememberPairs();
    if (differentPairs == null) {
      differentPairs = new PairTable();
    }
    if (differentPairs.contains(control, candidate, node)) {
      return false;
    }
    boolean equal = countDifferences(control, candidate, node, 1) == 0;
    if (!equal) {
      differentPairs.add(control, candidate, node);
    }
    return equal;
  }

  /**
   * Returns how many differences a comparison finds, at most {@code limit}; reports none.
   *
   * @throws MultisetPairing.TooManyTrials as {@link #areEqual} does
   */
  long countDifferences(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node, int limit) {
    if (depth == MAX_DEPTH || ++count > MAX_TRIALS) {
      refused++;
      throw new MultisetPairing.TooManyTrials();
    }
    depth++;
    try {
      return walk.countDifferences(control, candidate, node, limit);
    } finally {
      depth--;
    }
  }

  /**
   * Whether two objects differ without rules. It serves the counts only, so it does not use up
   * trials.
   */
  boolean areDifferentWithoutRules(@Nullable Object control, @Nullable Object candidate) {
    int countBefore = count;
    int refusedBefore = refused;
    try {
      return !areEqual(control, candidate, null);
    } catch (MultisetPairing.TooManyTrials unknown) {
      return true;
    } finally {
      count = countBefore;
      refused = refusedBefore;
    }
  }

  /** The number of refused trials so far. */
  int refusedCount() {
    return refused;
  }
}
