package io.understudy.compare.walk;

import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.RuleNode;
import org.jspecify.annotations.Nullable;

/** Trial comparisons of one walk, which find nothing but whether two objects are equal. */
final class TrialComparisons {
  /** How many may be under way inside each other. */
  private static final int DEEPEST = 64;

  /** How many there may be at all. */
  private static final int MOST = 1_000_000;

  private final Walk walk;

  /** Pairs that a trial inside another trial found different; they stay so. */
  private @Nullable PairTable unlike;

  private int underWay;
  private int all;
  private int givenUp;

  TrialComparisons(Walk walk) {
    this.walk = walk;
  }

  /**
   * Whether two objects are equal under the rules of {@code node}; finds nothing. Pairs below are
   * remembered inside other trials, since each would try them again.
   *
   * @throws MultisetPairing.TooMany when there have been too many trials, or too many inside each
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
    // Whether ids are a pair depends on those that were met before: nothing is remembered.
    boolean identifies = walk.ids != null && node != null && node.identifies;
    if (control == null || candidate == null || underWay == 0 || identifies) {
      return countDifferences(control, candidate, node, 1) == 0;
    }
    walk.rememberPairs();
    if (unlike == null) {
      unlike = new PairTable();
    }
    if (unlike.contains(control, candidate, node)) {
      return false;
    }
    boolean equal = countDifferences(control, candidate, node, 1) == 0;
    if (!equal) {
      unlike.add(control, candidate, node);
    }
    return equal;
  }

  /**
   * How many differences a comparison would find, {@code most} at most; finds nothing.
   *
   * @throws MultisetPairing.TooMany as {@link #areEqual} does
   */
  long countDifferences(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node, int most) {
    if (underWay == DEEPEST || ++all > MOST) {
      givenUp++;
      throw new MultisetPairing.TooMany();
    }
    underWay++;
    try {
      return walk.countDifferences(control, candidate, node, most);
    } finally {
      underWay--;
    }
  }

  /** Whether two objects differ when no rule holds; for counting alone, so it is no trial. */
  boolean areDifferentWithoutRules(@Nullable Object control, @Nullable Object candidate) {
    int allBefore = all;
    int givenUpBefore = givenUp;
    try {
      return !areEqual(control, candidate, null);
    } catch (MultisetPairing.TooMany unknown) {
      return true;
    } finally {
      all = allBefore;
      givenUp = givenUpBefore;
    }
  }

  /** How often a trial was refused so far. */
  int refusedCount() {
    return givenUp;
  }
}
