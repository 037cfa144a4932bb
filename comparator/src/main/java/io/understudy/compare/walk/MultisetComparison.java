package io.understudy.compare.walk;

import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.Rule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares sets, and lists whose order does not count: each element has at most one partner. */
final class MultisetComparison {
  private MultisetComparison() {}

  static void compare(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    RuleNode element = node == null ? null : node.element();
    Rule pairing = node == null ? null : node.pairing;
    if (element == null && areSameScalars(cs.elements(control), ds.elements(candidate))) {
      return;
    }
    @Nullable Object[] mine = elements(cs, control);
    @Nullable Object[] theirs = elements(ds, candidate);
    boolean each = element == null || (!element.ignored && element.types == null);
    if (each && !walk.isListing() && mine.length != theirs.length) {
      walk.reportDifference(DifferenceKind.VALUE, null, null);
      return;
    }
    places(walk, mine, all(mine.length), theirs, all(theirs.length), element, pairing);
  }

  private static List<Integer> all(int count) {
    List<Integer> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      places.add(i);
    }
    return places;
  }

  /** Whether both have the same values in the same order, as most sets of texts do. */
  private static boolean areSameScalars(Elements mine, Elements theirs) {
    while (true) {
      boolean moreMine = mine.next();
      boolean moreTheirs = theirs.next();
      if (!moreMine || !moreTheirs) {
        return moreMine == moreTheirs;
      }
      Object a = mine.value();
      Object b = theirs.value();
      if (a == null || b == null || !ScalarComparison.areSame(a, b)) {
        return false;
      }
    }
  }

  static @Nullable Object[] elements(Shape shape, Object object) {
    List<@Nullable Object> found = new ArrayList<>(shape.size(object));
    Elements all = shape.elements(object);
    while (all.next()) {
      found.add(all.value());
    }
    return found.toArray();
  }

  /**
   * Compares the elements at these indexes of both sides as multisets.
   *
   * @param rule the rule that matters where an element has its partner at another index; null for
   *     none
   */
  static void places(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> mine,
      @Nullable Object[] candidate,
      List<Integer> theirs,
      @Nullable RuleNode element,
      @Nullable Rule rule) {
    MultisetPairing pairing =
        MultisetPairing.of(walk, picked(control, mine), picked(candidate, theirs), element);
    if (rule != null && walk.hits.isCounting() && pairing.isReordered()) {
      walk.hits.count(rule);
    }
    List<Integer> missing = new ArrayList<>(0);
    for (int i = 0; i < mine.size() && !walk.isLimitReached(); i++) {
      int place = mine.get(i);
      if (pairing.partner[i] < 0) {
        missing.add(place);
      } else {
        Object partner = candidate[theirs.get(pairing.partner[i])];
        walk.trail.pushIndex(place);
        if (pairing.likely[i]) {
          walk.compare(control[place], partner, element);
        } else {
          walk.compareGuessed(control[place], partner, element);
        }
        walk.trail.pop();
      }
    }
    List<Integer> extra = new ArrayList<>(0);
    boolean[] taken = pairing.taken();
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        extra.add(theirs.get(j));
      }
    }
    UnpairedElements.report(walk, control, missing, candidate, extra, element);
  }

  static @Nullable Object[] picked(@Nullable Object[] all, List<Integer> places) {
    @Nullable Object[] picked = new Object[places.size()];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = all[places.get(i)];
    }
    return picked;
  }
}
