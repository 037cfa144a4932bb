package io.understudy.compare.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The explanations found so far, the most specific first. */
final class ExplanationList {
  /** More explanations do not help a reader. */
  private static final int MOST = 4;

  private final Set<String> names = new LinkedHashSet<>(4);

  /** Adds an explanation unless the list contains it. */
  void add(String name) {
    names.add(name);
  }

  /** Adds an explanation if the condition holds. */
  void addIf(boolean holds, String name) {
    if (holds) {
      names.add(name);
    }
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Returns the first explanations. Unmodifiable. */
  List<Explanation> first() {
    if (names.isEmpty()) {
      return Collections.emptyList();
    }
    List<Explanation> first = new ArrayList<>(MOST);
    for (String name : names) {
      if (first.size() < MOST) {
        first.add(Explanation.of(name));
      }
    }
    return Collections.unmodifiableList(first);
  }
}
