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
  private static final int MAX_HASHED = 1 << 16;

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
    List<Integer> unpairedControls = new ArrayList<>(missing);
    List<Integer> unpairedCandidates = new ArrayList<>(extra);
    if (walk.isListing() && !unpairedControls.isEmpty() && !unpairedCandidates.isEmpty()) {
      pairSimilar(walk, control, unpairedControls, candidate, unpairedCandidates, element);
    }
    if (unpairedControls.isEmpty() && unpairedCandidates.isEmpty()) {
      return;
    }
    EditScript.ElementExplanations explanations = explanations(walk, control, candidate, element);
    for (int i : unpairedControls) {
      walk.steps.pushIndex(i);
      AbsentParts.reportMissing(walk, control[i], element, explanations.ofControl(i));
      walk.steps.pop();
    }
    for (int j : unpairedCandidates) {
      walk.steps.pushIndex(j);
      AbsentParts.reportExtra(walk, candidate[j], element, explanations.ofCandidate(j));
      walk.steps.pop();
    }
  }

  private static EditScript.ElementExplanations explanations(
      Walk walk,
      @Nullable Object[] control,
      @Nullable Object[] candidate,
      @Nullable RuleNode element) {
    if (!walk.isListing() || Math.max(control.length, candidate.length) > MAX_HASHED) {
      return EditScript.ElementExplanations.UNEXPLAINED;
    }
    long[][] hashes = RuleHashes.ofBoth(walk, false, walk.ids, control, candidate, element);
    return new SurplusExplanations(false, hashes[0], hashes[1]);
  }

  private static void pairSimilar(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> unpairedControls,
      @Nullable Object[] candidate,
      List<Integer> unpairedCandidates,
      @Nullable RuleNode element) {
    Set<Integer> paired = new HashSet<>();
    Set<Integer> partners = new HashSet<>();
    for (Similarity.Pair pair :
        PartHashes.similarPairs(
            walk, control, unpairedControls, candidate, unpairedCandidates, element)) {
      int i = unpairedControls.get(pair.control);
      int j = unpairedCandidates.get(pair.candidate);
      if (!walk.trials.mayPair(control[i], candidate[j])) {
        continue;
      }
      paired.add(i);
      partners.add(j);
      walk.steps.pushIndex(i);
      walk.compare(control[i], candidate[j], element);
      walk.steps.pop();
    }
    unpairedControls.removeAll(paired);
    unpairedCandidates.removeAll(partners);
  }
}
