package io.understudy.compare;

import io.understudy.value.Kind;
import io.understudy.value.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * States what found no partner in the other multiset. Elements with parts of which at least half
 * agree are taken for the same thing changed, and compared; the rest is missing or extra.
 */
final class Leftovers {
  /** More pairs are not tried: with so many differences, details help nobody. */
  private static final int MOST_PAIRS = 400;

  private Leftovers() {}

  /**
   * States leftovers where the trail stands at their multisets.
   *
   * @param missing places of the control's
   * @param extra places of the candidate's
   */
  static void state(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> missing,
      @Nullable Object[] candidate,
      List<Integer> extra,
      @Nullable RuleNode element) {
    List<Integer> gone = new ArrayList<>(missing);
    List<Integer> come = new ArrayList<>(extra);
    if (walk.isListing() && (long) gone.size() * come.size() <= MOST_PAIRS) {
      pairAlike(walk, control, gone, candidate, come, element);
    }
    for (int i : gone) {
      walk.trail.index(i);
      walk.missing(control[i], element);
      walk.trail.pop();
    }
    for (int j : come) {
      walk.trail.index(j);
      walk.extra(candidate[j], element);
      walk.trail.pop();
    }
  }

  private static void pairAlike(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> gone,
      @Nullable Object[] candidate,
      List<Integer> come,
      @Nullable RuleNode element) {
    for (int i : new ArrayList<>(gone)) {
      Integer nearest = nearest(walk, control[i], candidate, come, element);
      if (nearest != null) {
        gone.remove((Integer) i);
        come.remove(nearest);
        walk.trail.index(i);
        walk.compare(control[i], candidate[nearest], element);
        walk.trail.pop();
      }
    }
  }

  private static @Nullable Integer nearest(
      Walk walk,
      @Nullable Object control,
      @Nullable Object[] candidate,
      List<Integer> come,
      @Nullable RuleNode element) {
    Integer nearest = null;
    int most = control == null ? -1 : parts(control) / 2;
    for (int j : come) {
      Object other = candidate[j];
      if (other != null && most >= 1 && parts(other) / 2 >= 1) {
        long differences = walk.differences(control, other, element, most + 1);
        if (differences <= most) {
          nearest = j;
          most = (int) differences - 1;
        }
      }
    }
    return nearest;
  }

  /** How many named parts or entries an object has; 0 for what has none. */
  private static int parts(Object object) {
    Shape shape = Shape.of(object);
    return shape.kind() == Kind.RECORD || shape.kind() == Kind.MAP ? shape.size(object) : 0;
  }
}
