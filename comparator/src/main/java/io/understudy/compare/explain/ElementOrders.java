package io.understudy.compare.explain;

import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Explains elements in another order: the change that was made, and whether one side is sorted. */
final class ElementOrders {
  /** Fewer elements show no pattern: two are always sorted. */
  private static final int LEAST = 3;

  private static final int[] ROUND = {
    10, 20, 25, 32, 50, 64, 100, 128, 200, 250, 255, 256, 500, 512, 1_000, 1_024, 2_000, 2_048,
    4_096, 5_000, 10_000, 32_767, 50_000, 65_535, 65_536, 100_000, 1_000_000, 1_048_576
  };

  private ElementOrders() {}

  static void explain(
      int[] ranks,
      @Nullable Object[] control,
      @Nullable Object[] candidate,
      ExplanationList found) {
    boolean controlSorted = isSorted(control);
    boolean candidateSorted = isSorted(candidate);
    found.addIf(ranks.length >= LEAST && isReversed(ranks), "reversed");
    found.addIf(candidateSorted && !controlSorted, "sorted by candidate");
    found.addIf(controlSorted && !candidateSorted, "sorted by control");
    found.addIf(countMoved(ranks) == 2 && ranks.length >= LEAST, "two elements swapped");
    found.addIf(ranks.length >= LEAST && isOneMoved(ranks), "one element moved");
    found.addIf(ranks.length >= LEAST && isRotated(ranks), "rotated");
  }

  /** Returns whether programs often cut lists at this length. */
  static boolean isRound(int length) {
    return Arrays.binarySearch(ROUND, length) >= 0;
  }

  private static boolean isReversed(int[] ranks) {
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] != ranks.length - 1 - i) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRotated(int[] ranks) {
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] != (ranks[0] + i) % ranks.length) {
        return false;
      }
    }
    return true;
  }

  private static int countMoved(int[] ranks) {
    int moved = 0;
    for (int i = 0; i < ranks.length; i++) {
      moved += ranks[i] == i ? 0 : 1;
    }
    return moved;
  }

  /** Returns whether one element moved and those between shifted by one place. */
  private static boolean isOneMoved(int[] ranks) {
    int first = 0;
    int last = ranks.length - 1;
    while (first < last && ranks[first] == first) {
      first++;
    }
    while (last > first && ranks[last] == last) {
      last--;
    }
    return ranks[first] == last && isShifted(ranks, first + 1, last, -1)
        || ranks[last] == first && isShifted(ranks, first, last - 1, 1);
  }

  private static boolean isShifted(int[] ranks, int from, int to, int by) {
    for (int i = from; i <= to; i++) {
      if (ranks[i] != i + by) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether these are values in ascending or descending natural order. */
  private static boolean isSorted(@Nullable Object[] elements) {
    if (elements.length < LEAST) {
      return false;
    }
    int direction = 0;
    for (int i = 1; i < elements.length; i++) {
      Integer order = order(elements[i - 1], elements[i]);
      if (order == null || (order != 0 && direction != 0 && order != direction)) {
        return false;
      }
      direction = order == 0 ? direction : order;
    }
    return direction != 0;
  }

  private static @Nullable Integer order(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return null;
    }
    Shape shape = StandardShapes.of(a);
    if (shape.kind() != Kind.SCALAR || StandardShapes.of(b).kind() != Kind.SCALAR) {
      return null;
    }
    Object x = shape.plain(a);
    Object y = StandardShapes.of(b).plain(b);
    return x.getClass() == y.getClass() && isOfJdk(x) ? compare(x, y) : null;
  }

  /** Returns whether comparing calls JDK code only. */
  private static boolean isOfJdk(Object plain) {
    return plain instanceof Comparable && plain.getClass().getName().startsWith("java.");
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object x, Object y) {
    return Integer.signum(((Comparable<Object>) x).compareTo(y));
  }
}
