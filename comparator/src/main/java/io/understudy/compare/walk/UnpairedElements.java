package io.understudy.compare.walk;

import io.understudy.compare.align.Similarity;
import io.understudy.compare.rule.RuleNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports elements without a partner in the other multiset. Similar elements, in which at least
 * half of the parts agree, are compared with each other; the others are missing or extra.
 */
final class UnpairedElements {
  /** In longer multisets, duplicates are not explained. */
  private static final int MOST_HASHED = 1 << 16;

  private UnpairedElements() {}

  /**
   * Reports the elements; the current path is that of the multisets.
   *
   * @param missing indexes of the control's elements
   * @param extra indexes of the candidate's elements
   */
  static void report(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> missing,
      @Nullable Object[] candidate,
      List<Integer> extra,
      @Nullable RuleNode element) {
    List<Integer> gone = new ArrayList<>(missing);
    List<Integer> come = new ArrayList<>(extra);
    if (walk.isListing() && !gone.isEmpty() && !come.isEmpty()) {
      pairSimilar(walk, control, gone, candidate, come, element);
    }
    if (gone.isEmpty() && come.isEmpty()) {
      return;
    }
    EditScript.Surplus surplus = surplus(walk, control, candidate, element);
    for (int i : gone) {
      walk.trail.pushIndex(i);
      walk.reportMissing(control[i], element, surplus.ofControl(i));
      walk.trail.pop();
    }
    for (int j : come) {
      walk.trail.pushIndex(j);
      walk.reportExtra(candidate[j], element, surplus.ofCandidate(j));
      walk.trail.pop();
    }
  }

  private static EditScript.Surplus surplus(
      Walk walk,
      @Nullable Object[] control,
      @Nullable Object[] candidate,
      @Nullable RuleNode element) {
    if (!walk.isListing() || Math.max(control.length, candidate.length) > MOST_HASHED) {
      return EditScript.Surplus.UNEXPLAINED;
    }
    return new SurplusExplanations(
        false,
        RuleHashes.ofControl(false, walk.ids).ofAll(control, element),
        RuleHashes.ofCandidate(false, walk.ids).ofAll(candidate, element));
  }

  private static void pairSimilar(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> gone,
      @Nullable Object[] candidate,
      List<Integer> come,
      @Nullable RuleNode element) {
    Set<Integer> paired = new HashSet<>();
    Set<Integer> partners = new HashSet<>();
    for (Similarity.Pair pair : PartHashes.similarPairs(control, gone, candidate, come, element)) {
      int i = gone.get(pair.control);
      int j = come.get(pair.candidate);
      paired.add(i);
      partners.add(j);
      walk.trail.pushIndex(i);
      walk.compare(control[i], candidate[j], element);
      walk.trail.pop();
    }
    gone.removeAll(paired);
    come.removeAll(partners);
  }
}
