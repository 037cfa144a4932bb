package io.understudy.tool.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the places of a static type that have no known parts. */
public final class TypeLeaves {
  private static final int MAX_LEAVES = 2_000;
  private static final int MAX_DEPTH = 16;

  private final TypePartsFinder parts;
  private final Set<String> ancestors = new HashSet<>();
  private final List<TypeLeaf> found = new ArrayList<>();

  private TypeLeaves(TypePartsFinder parts) {
    this.parts = parts;
  }

  /**
   * Returns at most 2,000 places, in order; a part of the same type as an ancestor is not followed.
   */
  public static List<TypeLeaf> of(StaticType root, TypePartsFinder parts) {
    TypeLeaves leaves = new TypeLeaves(parts);
    leaves.walk(root, Collections.emptyList());
    return leaves.found;
  }

  private void walk(StaticType type, List<String> steps) {
    TypeParts inside = parts.of(type);
    StaticType element = inside.element();
    boolean end = inside == TypeParts.UNKNOWN || (element == null && inside.byName().isEmpty());
    if (found.size() == MAX_LEAVES) {
      return;
    }
    if (end || steps.size() == MAX_DEPTH) {
      found.add(new TypeLeaf(steps, type));
    } else if (ancestors.add(type.toString())) {
      if (element != null) {
        walk(element, append(steps, "*"));
      }
      for (Map.Entry<String, StaticType> part : inside.byName().entrySet()) {
        walk(part.getValue(), append(steps, part.getKey()));
      }
      ancestors.remove(type.toString());
    }
  }

  private static List<String> append(List<String> steps, String step) {
    List<String> append = new ArrayList<>(steps);
    append.add(step);
    return append;
  }
}
