package io.understudy.compare.walk;

import io.understudy.compare.ScalarComparison;
import io.understudy.compare.refine.Colorings;
import io.understudy.compare.refine.ListKeys;
import io.understudy.compare.rule.RuleNode;
import org.jspecify.annotations.Nullable;

/**
 * What one walk knows of the equality of objects: trial comparisons, which report no differences,
 * and colours, which decide for many objects at once.
 */
final class TrialComparisons {
  /** The maximum depth of trials inside trials. */
  private static final int MAX_DEPTH = 64;

  /** The maximum number of trials of one walk. */
  private static final int MAX_TRIALS = 1_000_000;

  private final Walk walk;

  /** Pairs that a trial inside another trial found different; they stay different. */
  private @Nullable PairTable differentPairs;

  /** The objects and rules of the whole comparison. */
  private @Nullable Object control;

  private @Nullable Object candidate;
  private @Nullable RuleNode root;

  /** The colours of elements; null before the first request. */
  private @Nullable Colorings colorings;

  /** The partners of objects that differ; null before the first request. */
  private @Nullable PartnerMap partners;

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
    walk.history.remember();
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

  /** Starts the comparison of two objects. */
  void startBelow(
      @Nullable Object newControl, @Nullable Object newCandidate, @Nullable RuleNode node) {
    control = newControl;
    candidate = newCandidate;
    root = node;
    colorings = null;
    partners = null;
  }

  /** Returns the colours of elements that only a comparison tells apart. */
  Colorings colorings() {
    Colorings known = colorings;
    if (known == null) {
      ListKeys keys = KeyedListComparison.keys(walk.mode);
      known = new Colorings(walk.mode, walk.budget, keys, control, candidate, root);
      colorings = known;
    }
    return known;
  }

  /** Whether colours of many elements are known. */
  boolean hasColors() {
    return colorings != null && colorings.isShared();
  }

  /** Whether colours show that two objects are equal, and no rule counts what it does to them. */
  boolean areKnownEqual(Object mine, Object theirs, @Nullable RuleNode node) {
    return colorings != null
        && (node == null || !walk.hits.isCounting())
        && colorings.areKnownEqual(mine, theirs, node);
  }

  /**
   * Whether two elements that differ may be compared. Where sets are linked with each other, each
   * object has only one partner.
   */
  boolean mayPair(@Nullable Object mine, @Nullable Object theirs) {
    if (colorings == null || !colorings.isLinked()) {
      return true;
    }
    PartnerMap known = partners;
    if (known == null) {
      known = PartnerMap.below(walk.budget, control, candidate, root);
      partners = known;
    }
    return known.become(mine, theirs);
  }

  /** The number of refused trials so far. */
  int refusedCount() {
    return refused;
  }
}
