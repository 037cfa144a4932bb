package io.understudy.compare.explain;

import io.understudy.value.Scalar;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what explains a difference. Looks at the two values only, runs code of the JDK only, and
 * takes microseconds; texts and numbers of thousands of digits are left unexplained. Thread-safe.
 */
public final class Explanations {
  private Explanations() {}

  /**
   * What explains that both sides have something, or one of them null, and it differs.
   *
   * @param control null, a scalar, or a graph, live or frozen
   * @param candidate likewise
   * @return the most telling first; empty when nothing is known. Unmodifiable
   */
  public static List<Explanation> ofValues(@Nullable Object control, @Nullable Object candidate) {
    Found found = new Found();
    try {
      explain(control, candidate, found);
    } catch (RuntimeException unreadable) {
      // A text of the application's own may throw when it is read: what cannot be read is not
      // explained, and the difference stands all the same.
      return Collections.emptyList();
    }
    return found.first();
  }

  /**
   * What explains that elements stand in another order.
   *
   * @param ranks for each element of the control that has a partner, its partner's rank among these
   * @param control the control's elements
   * @param candidate the candidate's
   */
  public static List<Explanation> ofOrder(
      int[] ranks, @Nullable Object[] control, @Nullable Object[] candidate) {
    Found found = new Found();
    Orders.explain(ranks, control, candidate, found);
    return found.first();
  }

  /**
   * What explains that one list has an element more.
   *
   * @param cutAt the other list's length if it is the beginning of this one; else -1
   * @param duplicate whether the element is in its own list more than once
   */
  public static List<Explanation> ofSurplus(int cutAt, boolean duplicate) {
    Found found = new Found();
    found.addIf(cutAt >= 0 && Orders.isRound(cutAt), "cut list at " + cutAt);
    found.addIf(cutAt >= 0, "cut list");
    found.addIf(duplicate, "duplicate");
    return found.first();
  }

  private static void explain(@Nullable Object control, @Nullable Object candidate, Found found) {
    if (control == null || candidate == null) {
      Object present = control == null ? candidate : control;
      if (present != null) {
        Nothing.explain(new Side(present), found);
      }
      return;
    }
    Side mine = new Side(control);
    Side theirs = new Side(candidate);
    if (mine.scalar() == Scalar.NONE || theirs.scalar() == Scalar.NONE) {
      return;
    }
    if (mine.scalar() == Scalar.NUMBER && theirs.scalar() == Scalar.NUMBER) {
      NumberPair.explain(mine.plain(), theirs.plain(), found);
    } else if (mine.isWritten() && theirs.isWritten()) {
      Spelling.explain(mine.plain().toString(), theirs.plain().toString(), found);
    } else if (mine.scalar() == theirs.scalar()) {
      Times.explain(mine, theirs, ZoneId.systemDefault(), found);
    }
  }
}
