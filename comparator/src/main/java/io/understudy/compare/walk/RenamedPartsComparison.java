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
    EntryList mine = EntryList.of(control);
    EntryList theirs = EntryList.of(partner);
    RuleNode ofKeys =
        control != null && StandardShapes.of(control).kind() == Kind.MAP ? node : null;
    @Nullable Object[] keys = mine.keys(ofKeys, false, walk.mode);
    @Nullable Object[] others = theirs.keys(ofKeys, true, walk.mode);
    HashBuckets left = new HashBuckets(RuleHashes.ofCandidate(false, null).ofAll(others, null));
    long[] hashes = RuleHashes.ofControl(false, null).ofAll(keys, null);
    boolean[] paired = new boolean[theirs.size()];
    Set<String> names = new HashSet<>();
    for (int i = 0; i < mine.size(); i++) {
      String name = mine.label(i);
      names.add(name);
      Object key = keys[i];
      MovedParts.Arrival arrival = moves.at(name);
      Object value = arrival == null ? PartLookup.ABSENT : arrival.value;
      List<List<String>> taken = arrival == null ? moves.takenBelow(name) : arrival.taken;
      if (arrival == null) {
        int j =
            left.take(
                hashes[i],
                k -> !moves.isTaken(theirs.label(k)) && walk.trials.areEqual(key, others[k], null));
        if (j >= 0) {
          paired[j] = true;
          value = theirs.values.get(j);
        }
      }
      step(walk, control, mine.keys.get(i));
      MovedParts within = moves.into(name, taken);
      pair(walk, mine.values.get(i), value, RuleNode.below(node, name), node, within);
      walk.trail.pop();
    }
    unexpected(walk, moves, names, node);
    for (int j = 0; j < paired.length; j++) {
      String name = theirs.label(j);
      if (!paired[j] && !moves.isTaken(name)) {
        step(walk, candidate, theirs.keys.get(j));
        List<List<String>> gone = moves.takenBelow(name);
        extra(walk, theirs.values.get(j), RuleNode.below(node, name), node, gone);
        walk.trail.pop();
      }
    }
  }

  private static void step(Walk walk, @Nullable Object owner, @Nullable Object key) {
    if (owner != null && StandardShapes.of(owner).kind() == Kind.MAP) {
      walk.trail.pushKey(key);
    } else {
      walk.trail.pushPart(KeyLabel.of(key));
    }
  }

  private static void pair(
      Walk walk,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode node,
      @Nullable RuleNode ofOwner,
      MovedParts moves) {
    if (node != null && node.ignoring != null) {
      walk.hits.count(node.ignoring);
    } else if (moves.arrivals.isEmpty() && candidate == PartLookup.ABSENT) {
      AbsentParts.missing(walk, control, node, ofOwner);
    } else if (moves.isNone()) {
      walk.compare(control, candidate, node);
    } else {
      moved(walk, content(walk, control), content(walk, candidate), node, ofOwner, moves);
    }
  }

  private static void moved(
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
      unexpected(walk, moves, new HashSet<>(), node);
    } else if (isNamed(control) && (nothing || isLike(control, candidate))) {
      if (nothing && moves.arrivals.isEmpty()) {
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
      unexpected(walk, moves, new HashSet<>(), node);
    }
  }

  /** Reports moved values for which the control has no such part. */
  private static void unexpected(
      Walk walk, MovedParts moves, Set<String> names, @Nullable RuleNode node) {
    for (MovedParts.Arrival arrival : moves.arrivals) {
      Object value = arrival.value;
      if (names.contains(arrival.steps.get(0)) || value == null || value == PartLookup.ABSENT) {
        continue;
      }
      RuleNode below = node;
      int depth = walk.trail.depth();
      for (String step : arrival.steps) {
        walk.trail.pushPart(step);
        below = RuleNode.ignores(below) ? below : RuleNode.below(below, step);
      }
      if (!RuleNode.ignores(below)) {
        walk.reportExtra(value, below);
      }
      walk.trail.truncate(depth);
    }
  }

  /** Reports a part that only the candidate has, without its parts that belong elsewhere. */
  private static void extra(
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
