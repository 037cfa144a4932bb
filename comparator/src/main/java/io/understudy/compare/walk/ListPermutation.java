package io.understudy.compare.walk;

import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Finds that two lists have the same elements in another order. */
final class ListPermutation {
  private ListPermutation() {}

  /**
   * Returns for each element of the control its index in the candidate; null when the lists differ
   * in more than the order, or when there are too many trial comparisons.
   *
   * @param a loose hashes of the control's elements
   * @param b loose hashes of the candidate's
   */
  static int @Nullable [] of(
      Walk walk,
      @Nullable Object[] controls,
      long[] a,
      @Nullable Object[] candidates,
      long[] b,
      @Nullable RuleNode element) {
    return a.length == b.length && sum(a) == sum(b)
        ? of(walk, controls, candidates, element)
        : null;
  }

  /** Finds the permutation of lists whose hashes have the same {@link #sum}. */
  static int @Nullable [] of(
      Walk walk,
      @Nullable Object[] controls,
      @Nullable Object[] candidates,
      @Nullable RuleNode element) {
    int hits = walk.hits.mark();
    try {
      MultisetPairing pairing = MultisetPairing.of(walk, controls, candidates, element);
      for (int i = 0; i < controls.length; i++) {
        int j = pairing.partner[i];
        if (j < 0
            || (pairing.likely[i] && !walk.trials.areEqual(controls[i], candidates[j], element))) {
          return null;
        }
      }
      return pairing.partner;
    } catch (MultisetPairing.TooManyTrials tooMany) {
      return null;
    } finally {
      walk.hits.truncate(hits);
    }
  }

  private static long sum(long[] hashes) {
    long sum = 0;
    for (long hash : hashes) {
      sum += addend(hash);
    }
    return sum;
  }

  /** Returns a sum that does not depend on the order of elements; it does not keep the elements. */
  static long sum(Shape shape, Object list, RuleHashes hashes, @Nullable RuleNode element) {
    long sum = 0;
    Elements all = shape.elements(list);
    while (all.next()) {
      sum += addend(hashes.of(all.value(), element));
    }
    return sum;
  }

  private static long addend(long hash) {
    return hash * (hash | 1);
  }
}
