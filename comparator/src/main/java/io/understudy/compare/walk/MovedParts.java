package io.understudy.compare.walk;

import io.understudy.compare.rule.RenameRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of renames on one pair of objects: the candidate's values that belong to other parts
 * of the control, and the candidate's parts that these values come from. Immutable.
 */
final class MovedParts {
  static final MovedParts NONE = new MovedParts(Collections.emptyList(), Collections.emptyList());

  /** Values from other parts of the candidate that belong here. */
  final List<MovedValue> values;

  /** Steps to the parts of the candidate that belong elsewhere. */
  final List<List<String>> taken;

  private MovedParts(List<MovedValue> values, List<List<String>> taken) {
    this.values = values;
    this.taken = taken;
  }

  /** A value of the candidate, and the steps to its counterpart in the control. */
  static final class MovedValue {
    final List<String> steps;
    final @Nullable Object value;

    /** Steps to the parts of the value that belong elsewhere. */
    final List<List<String>> taken;

    MovedValue(List<String> steps, @Nullable Object value, List<List<String>> taken) {
      this.steps = steps;
      this.value = value;
      this.taken = taken;
    }
  }

  boolean isEmpty() {
    return values.isEmpty() && taken.isEmpty();
  }

  /** Returns these moves, and those of the renames that are anchored at this candidate. */
  MovedParts and(List<RenameRule> renames, @Nullable Object candidate) {
    if (renames.isEmpty()) {
      return this;
    }
    List<MovedValue> allValues = new ArrayList<>(values);
    List<List<String>> allTaken = new ArrayList<>(taken);
    for (RenameRule rename : renames) {
      allTaken.add(rename.candidate);
    }
    for (RenameRule rename : renames) {
      Object value = PartLookup.at(candidate, rename.candidate);
      List<List<String>> within = below(allTaken, rename.candidate);
      allValues.add(new MovedValue(rename.control, value, within));
    }
    return new MovedParts(allValues, allTaken);
  }

  /** Counts the renames that find something at the candidate. */
  static void count(Walk walk, List<RenameRule> renames, @Nullable Object candidate) {
    for (RenameRule rename : renames) {
      if (PartLookup.at(candidate, rename.candidate) != PartLookup.ABSENT) {
        walk.hits.count(rename);
      }
    }
  }

  /** Returns the value for the control's part {@code name}; null for none. */
  @Nullable MovedValue at(String name) {
    for (MovedValue moved : values) {
      if (moved.steps.size() == 1 && moved.steps.get(0).equals(name)) {
        return moved;
      }
    }
    return null;
  }

  /** Whether the candidate's part {@code name} belongs elsewhere as a whole. */
  boolean isTaken(String name) {
    return taken.contains(Collections.singletonList(name));
  }

  /**
   * Returns the moves below the control's part {@code name}; its partner loses {@code takenBelow}.
   */
  MovedParts into(String name, List<List<String>> takenBelow) {
    List<MovedValue> deeper = new ArrayList<>(0);
    for (MovedValue moved : values) {
      if (moved.steps.size() > 1 && moved.steps.get(0).equals(name)) {
        List<String> rest = moved.steps.subList(1, moved.steps.size());
        deeper.add(new MovedValue(rest, moved.value, moved.taken));
      }
    }
    return new MovedParts(deeper, takenBelow);
  }

  /** Returns the steps, below the candidate's part {@code name}, to parts that belong elsewhere. */
  List<List<String>> takenBelow(String name) {
    return below(taken, Collections.singletonList(name));
  }

  private static List<List<String>> below(List<List<String>> paths, List<String> start) {
    List<List<String>> rests = new ArrayList<>(0);
    for (List<String> path : paths) {
      if (path.size() > start.size() && path.subList(0, start.size()).equals(start)) {
        rests.add(path.subList(start.size(), path.size()));
      }
    }
    return rests;
  }
}
