package io.understudy.compare.explain;

import io.understudy.value.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what explains a difference, the most telling first. Looks at the two values only, runs code
 * of the JDK only, and takes microseconds; texts and numbers of thousands of digits are hardly
 * looked into. What is given back is unmodifiable, and empty when nothing is known. Thread-safe.
 */
public final class Explanations {
  private Explanations() {}

  /**
   * What explains that both sides have something, or one of them null, and it differs.
   *
   * @param control null, a scalar, or a graph, live or frozen
   * @param candidate likewise
   */
  public static List<Explanation> ofValues(@Nullable Object control, @Nullable Object candidate) {
    return found(
        found -> {
          Object present = control == null ? candidate : control;
          if (control != null && candidate != null) {
            pair(new SideValue(control), new SideValue(candidate), found);
          } else if (present != null) {
            NullSubstitutes.explain(new SideValue(present), "null", found);
          }
        });
  }

  /**
   * What explains that one side has a part or a key that the other has not.
   *
   * @param present what stands there
   */
  public static List<Explanation> ofAbsence(@Nullable Object present) {
    return found(
        found -> {
          if (present == null) {
            found.add("absent for null");
          } else {
            NullSubstitutes.explain(new SideValue(present), "absent", found);
          }
        });
  }

  /**
   * What explains that contents, arrays of bytes or of characters, have another length.
   *
   * @param control a byte[] or a char[]
   * @param candidate an array of the same sort
   */
  public static List<Explanation> ofContents(Object control, Object candidate) {
    return found(found -> TextPairs.explain(content(control), content(candidate), found));
  }

  /**
   * What explains that one side threw and the other returned.
   *
   * @param returned what it returned
   */
  public static List<Explanation> ofFailure(@Nullable Object returned) {
    return found(
        found -> {
          if (returned == null) {
            found.add("null for exception");
          } else {
            NullSubstitutes.explain(new SideValue(returned), "exception", found);
          }
        });
  }

  /**
   * What explains that both sides threw, but not the same.
   *
   * @param control the class name of the control's exception
   * @param controlCauses the class names of its causes
   * @param candidate the class name of the candidate's
   * @param candidateCauses the class names of its causes
   */
  public static List<Explanation> ofFailures(
      String control, List<String> controlCauses, String candidate, List<String> candidateCauses) {
    return found(
        found -> ExceptionPairs.explain(control, controlCauses, candidate, candidateCauses, found));
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
    return found(found -> ElementOrders.explain(ranks, control, candidate, found));
  }

  /**
   * What explains that one list has an element more.
   *
   * @param cutAt the other list's length if it is the beginning of this one; else -1
   * @param duplicate whether the element is in its own list more than once
   */
  public static List<Explanation> ofSurplus(int cutAt, boolean duplicate) {
    if (cutAt < 0 && !duplicate) {
      return Collections.emptyList();
    }
    return found(
        found -> {
          found.addIf(cutAt >= 0 && ElementOrders.isRound(cutAt), "cut list at " + cutAt);
          found.addIf(cutAt >= 0, "cut list");
          found.addIf(duplicate, "duplicate");
        });
  }

  private static List<Explanation> found(Consumer<ExplanationList> search) {
    ExplanationList found = new ExplanationList();
    try {
      search.accept(found);
    } catch (RuntimeException unreadable) {
      // A text or a list of the application's own may throw when it is read, and a date may be out
      // of every range: what cannot be read is not explained, and the difference stands.
      return Collections.emptyList();
    }
    return found.first();
  }

  private static void pair(SideValue control, SideValue candidate, ExplanationList found) {
    if (control.isWritten() && candidate.isWritten()) {
      TextPairs.explain(control.plain().toString(), candidate.plain().toString(), found);
    } else if (control.scalar() != candidate.scalar() || control.scalar() == Scalar.NONE) {
      TypeConversions.explain(control, candidate, found);
    } else if (control.scalar() == Scalar.NUMBER) {
      NumberPair.explain(control.plain(), candidate.plain(), found);
    } else {
      TimePairs.explain(control, candidate, ZoneId.systemDefault(), found);
    }
  }

  private static String content(Object array) {
    return array instanceof char[]
        ? new String((char[]) array)
        : new String((byte[]) array, StandardCharsets.UTF_8);
  }
}
