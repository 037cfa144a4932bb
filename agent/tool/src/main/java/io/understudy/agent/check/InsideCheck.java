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

  /**
   * Why no result of this type can be captured; null if it can, or nobody can tell. A stage stands
   * for what it completes with.
   */
  @Nullable String alwaysAsResult(StaticType type) {
    StaticType meant = parts.meant(type);
    String lazy =
        meant == StaticType.UNKNOWN || meant.isArray() ? null : Unusable.lazy(meant.name());
    return lazy == null ? always(meant) : lazy;
  }

  /** Whether objects of this type are stages, which can be captured once they are complete. */
  boolean isStage(StaticType type) {
    return type != StaticType.UNKNOWN && !type.isArray() && Unusable.isStage(type.name(), types);
  }

  /** What a result of this type stands for. */
  StaticType meant(StaticType type) {
    return parts.meant(type);
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
