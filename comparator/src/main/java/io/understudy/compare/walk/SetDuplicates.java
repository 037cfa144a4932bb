package io.understudy.compare.walk;

import io.understudy.compare.rule.Rule;
import io.understudy.compare.rule.RuleNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The elements without a partner that a comparison as sets does not report: those that are equal to
 * an element of the other side, which is the partner of another one, and repeated ones.
 */
final class SetDuplicates {
  private final Walk walk;
  private final @Nullable Object[] control;
  private final List<Integer> controlIndexes;
  private final @Nullable Object[] candidate;
  private final List<Integer> candidateIndexes;
  private final @Nullable RuleNode element;
  private final @Nullable Rule rule;

  /** The number of levels that are hashed; the same for all elements. */
  private final int levels;

  SetDuplicates(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> controlIndexes,
      @Nullable Object[] candidate,
      List<Integer> candidateIndexes,
      @Nullable RuleNode element,
      @Nullable Rule rule) {
    this.walk = walk;
    this.levels = walk.hashedLevels;
    this.control = control;
    this.controlIndexes = controlIndexes;
    this.candidate = candidate;
    this.candidateIndexes = candidateIndexes;
    this.element = element;
    this.rule = rule;
  }

  /**
   * Removes the duplicates from the indexes of elements without a partner.
   *
   * @throws MultisetPairing.TooManyTrials when that needs too many trial comparisons
   */
  void removeFrom(List<Integer> missing, List<Integer> extra) {
    int before = missing.size() + extra.size();
    Map<Long, List<Integer>> candidates = byHash(candidate, candidateIndexes, true);
    missing.removeIf(i -> isAmong(candidates, hash(control[i], false), j -> areEqual(i, j)));
    Map<Long, List<Integer>> controls = byHash(control, controlIndexes, false);
    extra.removeIf(j -> isAmong(controls, hash(candidate[j], true), i -> areEqual(i, j)));
    if (missing.size() + extra.size() < before) {
      walk.hits.count(rule);
    }
    removeRepeated(control, missing);
    removeRepeated(candidate, extra);
  }

  private Map<Long, List<Integer>> byHash(
      @Nullable Object[] elements, List<Integer> indexes, boolean ofCandidate) {
    Map<Long, List<Integer>> byHash = new HashMap<>();
    for (int index : indexes) {
      byHash
          .computeIfAbsent(hash(elements[index], ofCandidate), hash -> new ArrayList<>(1))
          .add(index);
    }
    return byHash;
  }

  private long hash(@Nullable Object object, boolean ofCandidate) {
    // Which rule by type applies to an object depends on its partner too, so hashes do not help.
    if (element != null && element.types != null) {
      return 0;
    }
    RuleHashes hashes =
        ofCandidate ? RuleHashes.ofCandidate(true, walk.ids) : RuleHashes.ofControl(true, walk.ids);
    return hashes.within(walk.budget, levels).of(object, element);
  }

  private static boolean isAmong(Map<Long, List<Integer>> others, long hash, IntPredicate isEqual) {
    List<Integer> found = others.get(hash);
    return found != null && found.stream().anyMatch(isEqual::test);
  }

  private boolean areEqual(int i, int j) {
    return walk.trials.areEqual(control[i], candidate[j], element);
  }

  /** Keeps the first of several elements that are equal without rules. */
  private void removeRepeated(@Nullable Object[] elements, List<Integer> indexes) {
    List<Integer> kept = new ArrayList<>();
    for (int index : indexes) {
      if (kept.stream().noneMatch(k -> areSame(elements[k], elements[index]))) {
        kept.add(index);
      }
    }
    indexes.retainAll(kept);
  }

  private boolean areSame(@Nullable Object one, @Nullable Object other) {
    return !walk.trials.areDifferentWithoutRules(one, other);
  }
}
