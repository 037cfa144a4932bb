package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the entries of two maps whose keys are equal: 1 and 1L, or keys that only their identity
 * tells apart. Keys of one class come first; entries whose keys are then equal are paired by their
 * values, as a multiset.
 */
final class EqualKeys {
  private final Walk walk;
  private final EntryList controls;
  private final EntryList candidates;
  private final @Nullable RuleNode node;

  /** For each entry of the control the candidate's entry, or -1. */
  private final int[] partner;

  EqualKeys(
      Walk walk, EntryList controls, EntryList candidates, @Nullable RuleNode node, int[] partner) {
    this.walk = walk;
    this.controls = controls;
    this.candidates = candidates;
    this.node = node;
    this.partner = partner;
  }

  /**
   * Pairs entries, each with one whose key is equal.
   *
   * @param left places of the control's entries
   * @param keys their keys, in the form in which they are compared
   * @param right places of the candidate's entries
   * @param others their keys
   */
  void pairByClass(
      List<Integer> left, @Nullable Object[] keys, List<Integer> right, @Nullable Object[] others) {
    int[][] classes = KeyGroups.classes(walk, keys, others);
    Map<Integer, List<Integer>> theirs = byClass(right, classes[1]);
    byClass(left, classes[0])
        .forEach((each, mine) -> pair(mine, theirs.getOrDefault(each, Collections.emptyList())));
  }

  private static Map<Integer, List<Integer>> byClass(List<Integer> places, int[] classes) {
    Map<Integer, List<Integer>> byClass = new LinkedHashMap<>();
    for (int i = 0; i < classes.length; i++) {
      byClass.computeIfAbsent(classes[i], c -> new ArrayList<>(1)).add(places.get(i));
    }
    return byClass;
  }

  /** Pairs the entries at these places, whose keys are all equal. */
  private void pair(List<Integer> entries, List<Integer> others) {
    List<Integer> left = new ArrayList<>(entries);
    List<Integer> right = new ArrayList<>(others);
    while (!left.isEmpty()) {
      Object key = controls.keys.get(left.get(0));
      List<Integer> same = sameAs(key, left, controls);
      left.removeAll(same);
      pairByValue(same, right, sameAs(key, right, candidates));
    }
    left.addAll(entries);
    left.removeIf(i -> partner[i] >= 0);
    pairByValue(left, right, new ArrayList<>(right));
  }

  /** Returns the entries whose key has the same class as this one, or is no scalar like it. */
  private static List<Integer> sameAs(@Nullable Object key, List<Integer> from, EntryList of) {
    List<Integer> same = new ArrayList<>();
    for (int i : from) {
      if (isSame(key, of.keys.get(i))) {
        same.add(i);
      }
    }
    return same;
  }

  private static boolean isSame(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null || ScalarComparison.areSame(a, b)) {
      return a == b || (a != null && b != null);
    }
    Shape mine = StandardShapes.of(a);
    Shape theirs = StandardShapes.of(b);
    return mine.kind() != Kind.SCALAR
        || theirs.kind() != Kind.SCALAR
        || ScalarComparison.difference(mine, a, theirs, b, ComparisonMode.EXACT) == null;
  }

  /** Pairs entries with equal values first, then in order; {@code right} loses the partners. */
  private void pairByValue(List<Integer> left, List<Integer> right, List<Integer> others) {
    if (left.isEmpty() || others.isEmpty()) {
      return;
    }
    Object key = controls.keys.get(left.get(0));
    MultisetPairing pairing =
        MultisetPairing.of(
            walk,
            MultisetComparison.elementsAt(controls.values.toArray(), left),
            MultisetComparison.elementsAt(candidates.values.toArray(), others),
            RuleNode.below(node, KeyLabel.of(key)));
    boolean[] taken = pairing.taken();
    List<Integer> used = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < left.size(); i++) {
      int j = pairing.partner[i];
      while (j < 0 && free < taken.length && taken[free]) {
        free++;
      }
      if (j < 0 && free < taken.length) {
        j = free++;
      }
      if (j >= 0) {
        partner[left.get(i)] = others.get(j);
        used.add(others.get(j));
      }
    }
    right.removeAll(new HashSet<>(used));
  }
}
