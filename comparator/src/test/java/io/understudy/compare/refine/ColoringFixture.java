package io.understudy.compare.refine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nodes of graphs that are coloured, and lists without keys. */
final class ColoringFixture {
  static final ListKeys NO_KEYS = (element, list, ofCandidate) -> ListKeys.NONE;

  private ColoringFixture() {}

  /** An object with a value, and links in every kind of container. */
  static final class Node {
    @Nullable Object value;
    Set<Node> set = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Node> list = new ArrayList<>();
    Map<Object, Object> map = new IdentityHashMap<>();
    @Nullable Node next;

    Node(@Nullable Object value) {
      this.value = value;
    }
  }
}
