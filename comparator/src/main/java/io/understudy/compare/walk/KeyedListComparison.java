package io.understudy.compare.walk;

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
    @Nullable Object[] mine = MultisetComparison.elements(cs, control);
    @Nullable Object[] theirs = MultisetComparison.elements(ds, candidate);
    KeyGroups groups = new KeyGroups(walk, node.keys, element, mine.length);
    List<Integer> mineWithout = new ArrayList<>(0);
    List<Integer> theirsWithout = new ArrayList<>(0);
    List<List<String>> mineAt = places(node.keys, null);
    IdKeys ids = IdKeys.of(walk, node.keys, element);
    for (int i = 0; i < mine.length; i++) {
      Object value = ids.key(keyOf(mine[i], mineAt), false);
      if (value == PartLookup.ABSENT) {
        mineWithout.add(i);
      } else {
        groups.of(value, false).addControl(i);
      }
    }
    List<List<String>> theirsAt = places(node.keys, element);
    for (int j = 0; j < theirs.length; j++) {
      Object value = ids.key(keyOf(theirs[j], theirsAt), true);
      if (value == PartLookup.ABSENT) {
        theirsWithout.add(j);
      } else {
        groups.of(value, true).addCandidate(j);
      }
    }
    if (walk.hits.isCounting() && groups.isReordered()) {
      walk.hits.count(node.pairing);
    }
    groups(walk, groups.all(), mine, theirs, element);
    MultisetComparison.places(walk, mine, mineWithout, theirs, theirsWithout, element, null);
  }

  /**
   * Returns the key of an element: a part, or a list of several; ABSENT where one part is absent.
   */
  private static @Nullable Object keyOf(@Nullable Object element, List<List<String>> at) {
    if (element == null) {
      return PartLookup.ABSENT;
    }
    if (at.size() == 1) {
      return PartLookup.at(element, at.get(0));
    }
    List<@Nullable Object> parts = new ArrayList<>(at.size());
    for (List<String> each : at) {
      Object part = PartLookup.at(element, each);
      if (part == PartLookup.ABSENT) {
        return part;
      }
      parts.add(part);
    }
    return parts;
  }

  /** Returns the steps to each part of the key; renames apply to those of the candidate. */
  private static List<List<String>> places(List<String> keys, @Nullable RuleNode renaming) {
    List<List<String>> places = new ArrayList<>(keys.size());
    for (String key : keys) {
      List<String> at = Collections.singletonList(key);
      for (RenameRule rename :
          renaming == null ? Collections.<RenameRule>emptyList() : renaming.renames) {
        if (rename.control.equals(at)) {
          at = rename.candidate;
          break;
        }
      }
      places.add(at);
    }
    return places;
  }

  private static void groups(
      Walk walk,
      Collection<KeyGroups.Group> groups,
      @Nullable Object[] mine,
      @Nullable Object[] theirs,
      @Nullable RuleNode element) {
    for (KeyGroups.Group group : groups) {
      if (walk.isLimitReached()) {
        return;
      }
      if (!group.isOneToOne()) {
        several(walk, group, mine, theirs, element);
      } else {
        walk.trail.pushElement(group);
        walk.compare(mine[group.control], theirs[group.candidate], element);
        walk.trail.pop();
      }
    }
  }

  private static void several(
      Walk walk,
      KeyGroups.Group group,
      @Nullable Object[] mine,
      @Nullable Object[] theirs,
      @Nullable RuleNode element) {
    if (RuleNode.ignores(element)) {
      return;
    }
    List<Integer> controls = group.controls();
    List<Integer> candidates = group.candidates();
    MultisetPairing pairing =
        MultisetPairing.of(
            walk,
            MultisetComparison.picked(mine, controls),
            MultisetComparison.picked(theirs, candidates),
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
      walk.trail.pushElement(group.label(i));
      if (j < 0) {
        walk.reportMissing(mine[controls.get(i)], element);
      } else if (compared) {
        walk.compare(mine[controls.get(i)], theirs[candidates.get(j)], element);
      } else {
        walk.compareGuessed(mine[controls.get(i)], theirs[candidates.get(j)], element);
      }
      walk.trail.pop();
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        walk.trail.pushElement(group.label(j));
        walk.reportExtra(theirs[candidates.get(j)], element);
        walk.trail.pop();
      }
    }
  }
}
