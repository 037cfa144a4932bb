package io.understudy.compare.walk;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.value.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies listed differences to the control. The result must be the candidate: then no difference
 * is lost or invented. For lists, maps with text keys, and scalars.
 */
final class Patches {
  private Patches() {}

  static @Nullable Object applied(@Nullable Object control, List<Difference> differences) {
    List<Edit> edits = new ArrayList<>();
    for (Difference difference : differences) {
      edits.add(new Edit(difference, steps(difference.path()), 0));
    }
    return patched(control, edits);
  }

  private static List<String> steps(Path path) {
    Deque<String> steps = new ArrayDeque<>();
    for (Path at = path; at.parent() != null; at = at.parent()) {
      steps.push(at.text());
    }
    return new ArrayList<>(steps);
  }

  private static final class Edit {
    final Difference difference;
    final List<String> steps;
    final int done;

    Edit(Difference difference, List<String> steps, int done) {
      this.difference = difference;
      this.steps = steps;
      this.done = done;
    }

    boolean isHere() {
      return steps.size() == done;
    }

    /** Whether this adds or removes the part at {@code step}. */
    boolean is(DifferenceKind kind, String step) {
      return difference.kind() == kind && steps.size() == done + 1 && steps.get(done).equals(step);
    }
  }

  private static @Nullable Object patched(@Nullable Object control, List<Edit> edits) {
    Object order = null;
    for (Edit edit : edits) {
      if (edit.isHere() && edit.difference.kind() != DifferenceKind.ORDER) {
        return edit.difference.candidate();
      }
      order = edit.isHere() ? edit.difference.candidate() : order;
    }
    if (control instanceof Map) {
      return map((Map<?, ?>) control, edits);
    }
    return control instanceof List ? list((List<?>) control, edits, (List<?>) order) : control;
  }

  private static Object map(Map<?, ?> control, List<Edit> edits) {
    Map<Object, @Nullable Object> patched = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : control.entrySet()) {
      String step = String.valueOf(entry.getKey());
      if (edits.stream().noneMatch(edit -> edit.is(DifferenceKind.MISSING, step))) {
        patched.put(step, patched(entry.getValue(), below(edits, step)));
      }
    }
    for (Edit edit : edits) {
      if (edit.difference.kind() == DifferenceKind.EXTRA && edit.steps.size() == edit.done + 1) {
        patched.put(edit.steps.get(edit.done), edit.difference.candidate());
      }
    }
    return patched;
  }

  private static Object list(List<?> control, List<Edit> edits, @Nullable List<?> order) {
    List<@Nullable Object> patched = new ArrayList<>();
    for (int i = 0; i < control.size(); i++) {
      String step = Integer.toString(i);
      if (edits.stream().noneMatch(edit -> edit.is(DifferenceKind.MISSING, step))) {
        patched.add(patched(control.get(i), below(edits, step)));
      }
    }
    if (order != null) {
      arrange(patched, new ArrayList<>(order), edits);
    }
    Map<Integer, @Nullable Object> extras = new java.util.TreeMap<>();
    for (Edit edit : edits) {
      if (edit.difference.kind() == DifferenceKind.EXTRA && edit.steps.size() == edit.done + 1) {
        extras.put(Integer.valueOf(edit.steps.get(edit.done)), edit.difference.candidate());
      }
    }
    extras.forEach(patched::add);
    return patched;
  }

  /** Puts elements in the candidate's order, without its extra elements. */
  private static void arrange(
      List<@Nullable Object> patched, List<@Nullable Object> order, List<Edit> edits) {
    for (Edit edit : edits) {
      if (edit.difference.kind() == DifferenceKind.EXTRA && edit.steps.size() == edit.done + 1) {
        order.set(Integer.parseInt(edit.steps.get(edit.done)), PartLookup.ABSENT);
      }
    }
    order.removeIf(element -> element == PartLookup.ABSENT);
    List<@Nullable Object> left = new ArrayList<>(patched);
    for (Object element : order) {
      if (!left.remove(element)) {
        throw new AssertionError(element + " comes from nowhere");
      }
    }
    if (left.isEmpty()) {
      patched.clear();
      patched.addAll(order);
    }
  }

  private static List<Edit> below(List<Edit> edits, String step) {
    List<Edit> below = new ArrayList<>();
    for (Edit edit : edits) {
      boolean added = edit.is(DifferenceKind.EXTRA, step);
      if (!edit.isHere() && !added && edit.steps.get(edit.done).equals(step)) {
        below.add(new Edit(edit.difference, edit.steps, edit.done + 1));
      }
    }
    return below;
  }
}
