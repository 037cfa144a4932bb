package io.understudy.compare.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Explanations found so far, the most telling first. */
final class ExplanationList {
  /** More would not make a reader wiser. */
  private static final int MOST = 4;

  private final Set<String> names = new LinkedHashSet<>(4);

  /** Notes an explanation unless it is known. */
  void add(String name) {
    names.add(name);
  }

  /** Notes an explanation if it holds. */
  void addIf(boolean holds, String name) {
    if (holds) {
      names.add(name);
    }
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** The first ones. Unmodifiable. */
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
