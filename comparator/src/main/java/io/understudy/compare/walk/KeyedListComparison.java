package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.refine.ListKeys;
import io.understudy.compare.rule.RenameRule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares lists whose elements are paired by the values of some parts. Elements that share a key
 * are paired as a multiset first, and the remaining ones in order; elements without a key are
 * compared as a multiset. Each element is compared or reported.
 */
final class KeyedListComparison {
  private KeyedListComparison() {}

  static void compare(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, RuleNode node) {
    RuleNode element = node.element();
    @Nullable Object[] controlElements = MultisetComparison.elements(walk, cs, control);
    @Nullable Object[] candidateElements = MultisetComparison.elements(walk, ds, candidate);
    IdKeys ids = IdKeys.of(walk, node.keys, element);
    @Nullable Object[] controlKeys =
        keysOf(controlElements, stepsOf(node.keys, null), element, ids, false);
    @Nullable Object[] candidateKeys =
        keysOf(candidateElements, stepsOf(node.keys, element), element, ids, true);
    KeyGroups groups = new KeyGroups(walk, node.keys, element, controlKeys, candidateKeys);
    if (walk.hits.isCounting() && groups.isReordered()) {
      walk.hits.count(node.pairing);
    }
    groups(walk, groups.all(), controlElements, candidateElements, element);
    MultisetComparison.compareAt(
        walk,
        controlElements,
        withoutKey(controlKeys),
        candidateElements,
        withoutKey(candidateKeys),
        element,
        null,
        false);
  }

  private static @Nullable Object[] keysOf(
      @Nullable Object[] elements,
      List<List<String>> at,
      @Nullable RuleNode rules,
      IdKeys ids,
      boolean ofCandidate) {
    @Nullable Object[] keys = new Object[elements.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ids.key(keyOf(elements[i], at, rules), ofCandidate);
    }
    return keys;
  }

  private static List<Integer> withoutKey(@Nullable Object[] keys) {
    List<Integer> places = new ArrayList<>(0);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == PartLookup.ABSENT) {
        places.add(i);
      }
    }
    return places;
  }

  /**
   * Returns the key of an element: a part, or a list of several; ABSENT where one part is absent.
   */
  private static @Nullable Object keyOf(
      @Nullable Object element, List<List<String>> at, @Nullable RuleNode rules) {
    if (element == null) {
      return PartLookup.ABSENT;
    }
    if (at.size() == 1) {
      return part(element, at.get(0), rules);
    }
    List<@Nullable Object> parts = new ArrayList<>(at.size());
    for (List<String> each : at) {
      Object part = part(element, each, rules);
      if (part == PartLookup.ABSENT) {
        return part;
      }
      parts.add(part);
    }
    return parts;
  }

  private static @Nullable Object part(
      Object element, List<String> steps, @Nullable RuleNode rules) {
    Object part = PartLookup.at(element, steps);
    RuleNode node = rules == null ? null : rules.at(element, null);
    return part == PartLookup.ABSENT && node != null && node.similarNames != null
        ? PartLookup.similar(element, steps.get(0), node)
        : part;
  }

  /** Returns a reader of the keys of elements, for rules without renames and ids. */
  static ListKeys keys(ComparisonMode mode) {
    return (element, list, ofCandidate) -> {
      RuleNode rules = list.element();
      Object key = keyOf(element, stepsOf(list.keys, null), rules);
      return key == PartLookup.ABSENT
          ? ListKeys.NONE
          : KeyGroups.form(key, KeyGroups.rulesOf(list.keys, rules), ofCandidate, mode);
    };
  }

  /** Returns the steps to each part of the key; renames apply to those of the candidate. */
  private static List<List<String>> stepsOf(List<String> keys, @Nullable RuleNode renaming) {
    List<List<String>> steps = new ArrayList<>(keys.size());
    for (String key : keys) {
      List<String> at = Collections.singletonList(key);
      for (RenameRule rename :
          renaming == null ? Collections.<RenameRule>emptyList() : renaming.renames) {
        if (rename.control.equals(at)) {
          at = rename.candidate;
          break;
        }
      }
      steps.add(at);
    }
    return steps;
  }

  private static void groups(
      Walk walk,
      Collection<KeyGroups.Group> groups,
      @Nullable Object[] controlElements,
      @Nullable Object[] candidateElements,
      @Nullable RuleNode element) {
    for (KeyGroups.Group group : groups) {
      if (walk.isLimitReached()) {
        return;
      }
      if (!group.isOneToOne()) {
        compareSeveral(walk, group, controlElements, candidateElements, element);
      } else {
        walk.steps.pushElement(group);
        walk.compare(controlElements[group.control], candidateElements[group.candidate], element);
        walk.steps.pop();
      }
    }
  }

  private static void compareSeveral(
      Walk walk,
      KeyGroups.Group group,
      @Nullable Object[] controlElements,
      @Nullable Object[] candidateElements,
      @Nullable RuleNode element) {
    if (RuleNode.ignores(element)) {
      return;
    }
    List<Integer> controls = group.controls();
    List<Integer> candidates = group.candidates();
    MultisetPairing pairing =
        MultisetPairing.of(
            walk,
            MultisetComparison.elementsAt(controlElements, controls),
            MultisetComparison.elementsAt(candidateElements, candidates),
            element);
    boolean[] taken = pairing.taken();
    int free = 0;
    for (int i = 0; i < controls.size(); i++) {
      int j = pairing.partner[i];
      boolean compared = j < 0 || pairing.likely[i];
      if (j < 0) {
        while (free < taken.length && taken[free]) {
          free++;
        }
        j = free < taken.length ? free : -1;
      }
      if (j >= 0) {
        taken[j] = true;
      }
      walk.steps.pushElement(group.label(i));
      if (j < 0) {
        AbsentParts.reportMissing(walk, controlElements[controls.get(i)], element);
      } else if (compared) {
        walk.compare(
            controlElements[controls.get(i)], candidateElements[candidates.get(j)], element);
      } else {
        walk.compareGuessed(
            controlElements[controls.get(i)], candidateElements[candidates.get(j)], element);
      }
      walk.steps.pop();
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        walk.steps.pushElement(group.label(j));
        AbsentParts.reportExtra(walk, candidateElements[candidates.get(j)], element);
        walk.steps.pop();
      }
    }
  }
}
