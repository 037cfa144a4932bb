package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.view.StandardShapes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares records or maps whose parts have other names in the candidate. It follows the control's
 * names; a part of the candidate that a rename maps is not extra at its own place.
 */
final class RenamedPartsComparison {
  private RenamedPartsComparison() {}

  /**
   * Compares two objects with named parts.
   *
   * @param control a record or a map
   * @param candidate a record or a map; or null or {@link PartLookup#ABSENT}, which have no parts
   * @param from the moves of renames that are anchored above
   */
  static void compare(
      Walk walk,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode rules,
      MovedParts from) {
    Object partner = candidate == PartLookup.ABSENT ? null : candidate;
    RuleNode node = rules == null ? null : rules.at(control, partner);
    MovedParts moves = node == null ? from : from.and(node.renames, candidate);
    if (node != null && walk.hits.isCounting()) {
      MovedParts.count(walk, node.renames, candidate);
    }
    EntryList controls = EntryList.of(control);
    EntryList candidates = EntryList.of(partner);
    RuleNode ofKeys =
        control != null && StandardShapes.of(control).kind() == Kind.MAP ? node : null;
    @Nullable Object[] keys =
        ofKeys == null ? controls.names(node) : controls.keys(ofKeys, false, walk.mode);
    @Nullable Object[] candidateKeys =
        ofKeys == null ? candidates.names(node) : candidates.keys(ofKeys, true, walk.mode);
    long[][] hashes = RuleHashes.ofBoth(walk, false, null, keys, candidateKeys, null);
    HashBuckets buckets = new HashBuckets(hashes[1]);
    boolean[] paired = new boolean[candidates.size()];
    Set<String> names = new HashSet<>();
    for (int i = 0; i < controls.size(); i++) {
      String name = controls.label(i);
      names.add(name);
      Object key = keys[i];
      MovedParts.MovedValue moved = moves.at(name);
      Object value = moved == null ? PartLookup.ABSENT : moved.value;
      List<List<String>> taken = moved == null ? moves.takenBelow(name) : moved.taken;
      if (moved == null) {
        int j =
            buckets.take(
                hashes[0][i],
                k ->
                    !moves.isTaken(candidates.label(k))
                        && walk.trials.areEqual(key, candidateKeys[k], null));
        if (j >= 0) {
          paired[j] = true;
          value = candidates.values.get(j);
        }
      }
      pushStep(walk, control, controls.keys.get(i));
      MovedParts within = moves.into(name, taken);
      comparePart(walk, controls.values.get(i), value, RuleNode.below(node, name), node, within);
      walk.steps.pop();
    }
    reportUnexpected(walk, moves, names, node);
    for (int j = 0; j < paired.length; j++) {
      String name = candidates.label(j);
      if (!paired[j] && !moves.isTaken(name)) {
        pushStep(walk, candidate, candidates.keys.get(j));
        List<List<String>> takenBelow = moves.takenBelow(name);
        reportExtraPart(
            walk, candidates.values.get(j), RuleNode.below(node, name), node, takenBelow);
        walk.steps.pop();
      }
    }
  }

  private static void pushStep(Walk walk, @Nullable Object owner, @Nullable Object key) {
    if (owner != null && StandardShapes.of(owner).kind() == Kind.MAP) {
      walk.steps.pushKey(key);
    } else {
      walk.steps.pushPart(KeyLabel.of(key));
    }
  }

  private static void comparePart(
      Walk walk,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode node,
      @Nullable RuleNode ofOwner,
      MovedParts moves) {
    if (node != null && node.ignoring != null) {
      walk.hits.count(node.ignoring);
    } else if (moves.values.isEmpty() && candidate == PartLookup.ABSENT) {
      AbsentParts.missing(walk, control, node, ofOwner);
    } else if (moves.isEmpty()) {
      walk.compare(control, candidate, node);
    } else {
      compareMoved(walk, content(walk, control), content(walk, candidate), node, ofOwner, moves);
    }
  }

  private static void compareMoved(
      Walk walk,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode node,
      @Nullable RuleNode ofOwner,
      MovedParts moves) {
    boolean nothing = candidate == null || candidate == PartLookup.ABSENT;
    if (control == null) {
      if (!nothing) {
        walk.reportDifference(DifferenceKind.VALUE, null, candidate);
      }
      reportUnexpected(walk, moves, new HashSet<>(), node);
    } else if (isNamed(control) && (nothing || isLike(control, candidate))) {
      if (nothing && moves.values.isEmpty()) {
        walk.reportDifference(DifferenceKind.VALUE, control, null);
      } else {
        compare(walk, control, candidate, node, moves);
      }
    } else {
      if (candidate == PartLookup.ABSENT) {
        AbsentParts.missing(walk, control, node, ofOwner);
      } else {
        walk.compare(control, candidate, node);
      }
      reportUnexpected(walk, moves, new HashSet<>(), node);
    }
  }

  /** Reports moved values for which the control has no such part. */
  private static void reportUnexpected(
      Walk walk, MovedParts moves, Set<String> names, @Nullable RuleNode node) {
    for (MovedParts.MovedValue moved : moves.values) {
      Object value = moved.value;
      if (names.contains(moved.steps.get(0)) || value == null || value == PartLookup.ABSENT) {
        continue;
      }
      RuleNode below = node;
      int depth = walk.steps.depth();
      for (String pushStep : moved.steps) {
        walk.steps.pushPart(pushStep);
        below = RuleNode.ignores(below) ? below : RuleNode.below(below, pushStep);
      }
      if (!RuleNode.ignores(below)) {
        AbsentParts.extra(walk, value, below, null);
      }
      walk.steps.truncate(depth);
    }
  }

  /** Reports a part that only the candidate has, without its parts that belong elsewhere. */
  private static void reportExtraPart(
      Walk walk,
      @Nullable Object value,
      @Nullable RuleNode node,
      @Nullable RuleNode ofOwner,
      List<List<String>> taken) {
    if (node != null && node.ignoring != null) {
      walk.hits.count(node.ignoring);
      return;
    }
    Object content = taken.isEmpty() ? value : content(walk, value);
    if (taken.isEmpty() || (content != null && !isNamed(content))) {
      AbsentParts.extra(walk, value, node, ofOwner);
    } else if (content != null) {
      compare(walk, null, content, node, MovedParts.NONE.into("", taken));
    }
  }

  private static boolean isNamed(Object object) {
    Kind kind = StandardShapes.of(object).kind();
    return kind == Kind.RECORD || kind == Kind.MAP;
  }

  private static boolean isLike(Object control, @Nullable Object candidate) {
    return candidate != null
        && StandardShapes.of(control).kind() == StandardShapes.of(candidate).kind();
  }

  private static @Nullable Object content(Walk walk, @Nullable Object object) {
    return object == null || object == PartLookup.ABSENT ? object : walk.content(object);
  }
}
