package io.understudy.tool.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All the places of a static type that have no parts of which anything is known. */
public final class TypeLeaves {
  private static final int MOST = 2_000;
  private static final int DEEPEST = 16;

  private final TypePartsFinder parts;
  private final Set<String> above = new HashSet<>();
  private final List<TypeLeaf> found = new ArrayList<>();

  private TypeLeaves(TypePartsFinder parts) {
    this.parts = parts;
  }

  /** The first 2,000 places, in order; what leads back to its own type is not followed. */
  public static List<TypeLeaf> of(StaticType root, TypePartsFinder parts) {
    TypeLeaves leaves = new TypeLeaves(parts);
    leaves.walk(root, Collections.emptyList());
    return leaves.found;
  }

  private void walk(StaticType type, List<String> steps) {
    TypeParts inside = parts.of(type);
    StaticType element = inside.element();
    boolean end = inside == TypeParts.UNKNOWN || (element == null && inside.byName().isEmpty());
    if (found.size() == MOST) {
      return;
    }
    if (end || steps.size() == DEEPEST) {
      found.add(new TypeLeaf(steps, type));
    } else if (above.add(type.toString())) {
      if (element != null) {
        walk(element, longer(steps, "*"));
      }
      for (Map.Entry<String, StaticType> part : inside.byName().entrySet()) {
        walk(part.getValue(), longer(steps, part.getKey()));
      }
      above.remove(type.toString());
    }
  }

  private static List<String> longer(List<String> steps, String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }
}
