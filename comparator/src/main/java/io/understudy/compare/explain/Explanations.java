package io.understudy.compare.explain;

import io.understudy.value.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the explanations of a difference, the most specific first. Reads the two values only, calls
 * JDK code only and takes microseconds; it reads long texts and numbers only in part. The returned
 * lists are unmodifiable, and empty when there is no explanation. Thread-safe.
 */
public final class Explanations {
  private Explanations() {}

  /**
   * Explains two different values, of which at most one is null.
   *
   * @param control null, a scalar or a graph, live or frozen
   * @param candidate null, a scalar or a graph, live or frozen
   */
  public static List<Explanation> ofValues(@Nullable Object control, @Nullable Object candidate) {
    return find(
        found -> {
          Object present = control == null ? candidate : control;
          if (control != null && candidate != null) {
            explainPair(new SideValue(control), new SideValue(candidate), found);
          } else if (present != null) {
            NullSubstitutes.explain(new SideValue(present), "null", found);
          }
        });
  }

  /**
   * Explains a part or a key that only one side has.
   *
   * @param present the value on that side
   */
  public static List<Explanation> ofAbsence(@Nullable Object present) {
    return find(
        found -> {
          if (present == null) {
            found.add("absent for null");
          } else {
            NullSubstitutes.explain(new SideValue(present), "absent", found);
          }
        });
  }

  /**
   * Explains arrays of bytes or characters with different lengths.
   *
   * @param control a byte[] or a char[]
   * @param candidate an array of the same type
   */
  public static List<Explanation> ofContents(Object control, Object candidate) {
    return find(
        found -> {
          String mine = content(control);
          String theirs = content(candidate);
          // Bytes that are no text may have the same replacement characters.
          if (!mine.equals(theirs)) {
            TextPairs.explain(mine, theirs, found);
          }
        });
  }

  /**
   * Explains that one side threw and the other returned.
   *
   * @param returned the returned value
   */
  public static List<Explanation> ofFailure(@Nullable Object returned) {
    return find(
        found -> {
          if (returned == null) {
            found.add("null for exception");
          } else {
            NullSubstitutes.explain(new SideValue(returned), "exception", found);
          }
        });
  }

  /**
   * Explains that the two sides threw different exceptions.
   *
   * @param control the class name of the control's exception
   * @param controlCauses the class names of its causes
   * @param candidate the class name of the candidate's exception
   * @param candidateCauses the class names of its causes
   */
  public static List<Explanation> ofFailures(
      String control, List<String> controlCauses, String candidate, List<String> candidateCauses) {
    return find(
        found -> ExceptionPairs.explain(control, controlCauses, candidate, candidateCauses, found));
  }

  /**
   * Explains elements in another order.
   *
   * @param ranks for each paired element of the control, the rank of its partner among the paired
   *     elements
   * @param control the control's elements
   * @param candidate the candidate's elements
   */
  public static List<Explanation> ofOrder(
      int[] ranks, @Nullable Object[] control, @Nullable Object[] candidate) {
    return find(found -> ElementOrders.explain(ranks, control, candidate, found));
  }

  /**
   * Explains an element that only one list has.
   *
   * @param cutAt the length of the other list if it is the beginning of this one; else -1
   * @param duplicate whether its own list contains the element more than once
   */
  public static List<Explanation> ofSurplus(int cutAt, boolean duplicate) {
    if (cutAt < 0 && !duplicate) {
      return Collections.emptyList();
    }
    return find(
        found -> {
          found.addIf(cutAt >= 0 && ElementOrders.isRound(cutAt), "cut list at " + cutAt);
          found.addIf(cutAt >= 0, "cut list");
          found.addIf(duplicate, "duplicate");
        });
  }

  private static List<Explanation> find(Consumer<ExplanationList> search) {
    ExplanationList found = new ExplanationList();
    try {
      search.accept(found);
    } catch (RuntimeException unreadable) {
      // An application's text or list may throw when it is read, and a date may be out of range.
      // The difference stays without an explanation.
      return Collections.emptyList();
    }
    return found.first();
  }

  private static void explainPair(SideValue control, SideValue candidate, ExplanationList found) {
    if (control.isSameAs(candidate)) {
      return; // A rule makes them differ, such as a comparator or a mapping of codes.
    }
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
