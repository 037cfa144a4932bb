package io.understudy.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule as the {@link RuleGraph} holds it: where, and what. Exactly one of the rest is set. */
final class Rule {
  /** What a rule says of the place it leads to. */
  enum Sort {
    IGNORE,
    TOLERATE,
    UNORDERED,
    KEYED,
    RENAME
  }

  final List<String> steps;
  final Sort sort;

  /** A {@link Tolerance}, the name of a key, or a {@link Rename}; null where the sort says all. */
  final @Nullable Object what;

  Rule(List<String> steps, Sort sort, @Nullable Object what) {
    this.steps = steps;
    this.sort = sort;
    this.what = what;
  }

  /**
   * Whether this rule is closer to one place than another rule for the same place: at the first
   * step in which they differ, a name comes before {@code *}, the end of the path before {@code
   * **}.
   */
  boolean isCloserThan(Rule other) {
    for (int i = 0; i <= Math.min(steps.size(), other.steps.size()); i++) {
      int mine = looseness(steps, i);
      int theirs = looseness(other.steps, i);
      if (mine != theirs) {
        return mine < theirs;
      }
    }
    return false;
  }

  private static int looseness(List<String> steps, int i) {
    if (i == steps.size()) {
      return 2;
    }
    return steps.get(i).equals("**") ? 3 : steps.get(i).equals("*") ? 1 : 0;
  }
}
