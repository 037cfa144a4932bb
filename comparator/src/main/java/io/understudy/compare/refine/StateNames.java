package io.understudy.compare.refine;

import java.util.HashMap;
import java.util.Map;

/** Numbers for the tags of states and the labels of edges. Not thread-safe. */
final class StateNames {
  /** The label of elements in any order; indexes of lists are their own labels. */
  static final int ELEMENT = -1;

  /** The label of the key of an entry. */
  static final int KEY = -2;

  /** The label of the value of an entry. */
  static final int VALUE = -3;

  private final Map<String, Integer> tags = new HashMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private int nextUnique = Integer.MIN_VALUE;

  /** Returns the number of a tag. */
  int tag(String name) {
    Integer known = tags.putIfAbsent(name, tags.size());
    return known == null ? tags.size() - 1 : known;
  }

  /** Returns a tag that no other state has. */
  int unique() {
    return nextUnique++;
  }

  /** Returns the label of a part. */
  int label(String name) {
    Integer known = labels.putIfAbsent(name, VALUE - 1 - labels.size());
    return known == null ? VALUE - labels.size() : known;
  }
}
