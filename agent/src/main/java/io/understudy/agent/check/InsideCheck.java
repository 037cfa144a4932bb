package io.understudy.agent.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is no value inside a static type: in the elements of a list, where every call must
 * fail, and in the parts of an object, where only those calls do that have one there.
 */
final class InsideCheck {
  private final Types types;

  /** Its own: what is not on the class path matters by itself, and not as a part of something. */
  private final Types inner;

  private final PartTypes parts;

  InsideCheck(ClassFiles files, Types types, PartTypes parts) {
    this.types = types;
    this.inner = new Types(files);
    this.parts = parts;
  }

  /** Why nothing of this type can be captured; null if it can, or nobody can tell. */
  @Nullable String always(StaticType type) {
    boolean known = !type.isArray() && type != StaticType.UNKNOWN;
    String itself = known ? Unusable.reason(type.name(), types) : null;
    if (itself != null) {
      return itself;
    }
    for (Leaf leaf : Leaves.of(type, parts)) {
      String reason = Collections.disjoint(leaf.steps, named(leaf)) ? reason(leaf) : null;
      if (reason != null) {
        return type + " holds what cannot be kept: " + reason;
      }
    }
    return null;
  }

  /** The places where a value that cannot be captured may stand, each with the reason. */
  List<String> sometimes(StaticType type) {
    List<String> found = new ArrayList<>();
    for (Leaf leaf : Leaves.of(type, parts)) {
      String reason = named(leaf).isEmpty() ? null : reason(leaf);
      if (reason != null) {
        found.add("what cannot be kept at " + leaf + ": " + reason);
      }
    }
    return found;
  }

  private @Nullable String reason(Leaf leaf) {
    return leaf.type == StaticType.UNKNOWN ? null : Unusable.reason(leaf.type.name(), inner);
  }

  /** The steps by a name, which may lead to null. */
  private static List<String> named(Leaf leaf) {
    List<String> named = new ArrayList<>(leaf.steps);
    named.removeIf(step -> step.equals("*"));
    return named;
  }
}
