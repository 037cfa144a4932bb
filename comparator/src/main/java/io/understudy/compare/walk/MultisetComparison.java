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
  /** An iterator without an end must not fill the memory before the steps end. */
  static final int STEPS_BEYOND_SIZE = 1_000;

  private static final int MAX_PRESIZED = 1 << 16;

  private MultisetComparison() {}

  static void compare(
      Walk walk, Shape cs, Object control, Shape ds, Object candidate, @Nullable RuleNode node) {
    RuleNode element = node == null ? null : node.element();
    Rule pairing = node == null ? null : node.pairing;
    if (element == null && areSameScalars(walk, cs.elements(control), ds.elements(candidate))) {
      return;
    }
    @Nullable Object[] controls = elements(walk, cs, control);
    @Nullable Object[] candidates = elements(walk, ds, candidate);
    boolean asSet = node != null && node.asSet;
    boolean each =
        element == null || (!element.ignored && element.types == null && element.limiting == null);
    if (each && !asSet && !walk.isListing() && controls.length != candidates.length) {
      walk.reportDifference(DifferenceKind.VALUE, null, null);
      return;
    }
    compareAt(
        walk,
        controls,
        all(controls.length),
        candidates,
        all(candidates.length),
        element,
        pairing,
        asSet);
  }

  private static List<Integer> all(int count) {
    List<Integer> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      places.add(i);
    }
    return places;
  }

  /** Whether both have the same values in the same order, as most sets of texts do. */
  private static boolean areSameScalars(Walk walk, Elements controls, Elements candidates) {
    while (true) {
      walk.budget.take(1);
      boolean hasControl = controls.next();
      boolean hasCandidate = candidates.next();
      if (!hasControl || !hasCandidate) {
        return hasControl == hasCandidate;
      }
      Object a = controls.value();
      Object b = candidates.value();
      if (a == null || b == null || !ScalarComparison.areSame(a, b)) {
        return false;
      }
    }
  }

  /** Returns all elements of a collection. */
  static @Nullable Object[] elements(Walk walk, Shape shape, Object object) {
    int size = shape.size(object);
    List<@Nullable Object> found = new ArrayList<>(Math.min(size, MAX_PRESIZED));
    Elements all = shape.elements(object);
    while (all.next()) {
      walk.budget.take(found.size() < size ? 1 : STEPS_BEYOND_SIZE);
      found.add(all.value());
    }
    return found.toArray();
  }

  /**
   * Compares the elements at these indexes of both sides as multisets.
   *
   * @param rule the rule that matters where an element has its partner at another index; null for
   *     none
   * @param asSet whether an element needs no partner of its own, but only an equal element
   */
  static void compareAt(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> controlIndexes,
      @Nullable Object[] candidate,
      List<Integer> candidateIndexes,
      @Nullable RuleNode element,
      @Nullable Rule rule,
      boolean asSet) {
    walk.history.addElements(controlIndexes.size());
    MultisetPairing pairing =
        MultisetPairing.of(
            walk,
            elementsAt(control, controlIndexes),
            elementsAt(candidate, candidateIndexes),
            element);
    if (rule != null && walk.hits.isCounting() && pairing.isReordered()) {
      walk.hits.count(rule);
    }
    List<Integer> missing = new ArrayList<>(0);
    for (int i = 0; i < controlIndexes.size() && !walk.isLimitReached(); i++) {
      int place = controlIndexes.get(i);
      if (pairing.partner[i] < 0) {
        missing.add(place);
      } else {
        Object partner = candidate[candidateIndexes.get(pairing.partner[i])];
        walk.steps.pushIndex(place);
        if (pairing.likely[i]) {
          walk.compare(control[place], partner, element);
        } else {
          walk.compareGuessed(control[place], partner, element);
        }
        walk.steps.pop();
      }
    }
    List<Integer> extra = new ArrayList<>(0);
    boolean[] taken = pairing.taken();
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        extra.add(candidateIndexes.get(j));
      }
    }
    if (asSet && missing.size() + extra.size() > 0) {
      new SetDuplicates(walk, control, controlIndexes, candidate, candidateIndexes, element, rule)
          .removeFrom(missing, extra);
    }
    UnpairedElements.report(walk, control, missing, candidate, extra, element);
  }

  static @Nullable Object[] elementsAt(@Nullable Object[] all, List<Integer> places) {
    @Nullable Object[] elements = new Object[places.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = all[places.get(i)];
    }
    return elements;
  }
}
