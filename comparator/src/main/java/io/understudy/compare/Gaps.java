package io.understudy.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States what an {@link Alignment} leaves between the elements that it pairs. */
final class Gaps {
  private Gaps() {}

  /** How many differences the gaps make, if each side's elements go together as far as they do. */
  static long size(int[] partner, int theirs) {
    long size = 0;
    int j = 0;
    int gone = 0;
    for (int p : partner) {
      if (p < 0) {
        gone++;
      } else {
        size += Math.max(gone, p - j);
        gone = 0;
        j = p + 1;
      }
    }
    return size + Math.max(gone, theirs - j);
  }

  static void state(
      Walk walk,
      @Nullable Object[] mine,
      @Nullable Object[] theirs,
      int[] partner,
      @Nullable RuleNode element) {
    int i = 0;
    int j = 0;
    while (i < mine.length || j < theirs.length) {
      int endOfMine = i;
      while (endOfMine < mine.length && partner[endOfMine] < 0) {
        endOfMine++;
      }
      int endOfTheirs = endOfMine < mine.length ? partner[endOfMine] : theirs.length;
      gap(walk, mine, i, endOfMine, theirs, j, endOfTheirs, element);
      if (endOfMine < mine.length) {
        compare(walk, mine, endOfMine, theirs, endOfTheirs, element);
      }
      i = endOfMine + 1;
      j = endOfTheirs + 1;
    }
  }

  private static void gap(
      Walk walk,
      @Nullable Object[] mine,
      int i,
      int endOfMine,
      @Nullable Object[] theirs,
      int j,
      int endOfTheirs,
      @Nullable RuleNode element) {
    if (endOfMine - i == endOfTheirs - j) {
      for (int k = 0; i + k < endOfMine; k++) {
        compare(walk, mine, i + k, theirs, j + k, element);
      }
    } else {
      Leftovers.state(walk, mine, places(i, endOfMine), theirs, places(j, endOfTheirs), element);
    }
  }

  private static void compare(
      Walk walk,
      @Nullable Object[] mine,
      int i,
      @Nullable Object[] theirs,
      int j,
      @Nullable RuleNode element) {
    walk.trail.index(i);
    walk.compare(mine[i], theirs[j], element);
    walk.trail.pop();
  }

  private static List<Integer> places(int from, int to) {
    List<Integer> places = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      places.add(i);
    }
    return places;
  }
}
