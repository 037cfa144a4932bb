package io.understudy.tool.check;

import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLeaf;
import io.understudy.tool.type.TypeLeaves;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.tool.type.UnusableTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is no value inside a static type: in the elements of a list, where every call must
 * fail, and in the parts of an object, where only those calls do that have one there.
 */
final class NestedTypeCheck {
  private final TypeLookup types;

  /** Its own: what is not on the class path matters by itself, and not as a part of something. */
  private final TypeLookup inner;

  private final TypePartsFinder parts;

  NestedTypeCheck(ClassPathFiles files, TypeLookup types, TypePartsFinder parts) {
    this.types = types;
    this.inner = new TypeLookup(files);
    this.parts = parts;
  }

  /**
   * Why no result of this type can be captured; null if it can, or nobody can tell. A stage stands
   * for what it completes with.
   */
  @Nullable String alwaysAsResult(StaticType type) {
    StaticType meant = parts.meant(type);
    String lazy =
        meant == StaticType.UNKNOWN || meant.isArray() ? null : UnusableTypes.lazy(meant.name());
    return lazy == null ? always(meant) : lazy;
  }

  /** Whether objects of this type are stages, which can be captured once they are complete. */
  boolean isStage(StaticType type) {
    return type != StaticType.UNKNOWN
        && !type.isArray()
        && UnusableTypes.isStage(type.name(), types);
  }

  /** What a result of this type stands for. */
  StaticType meant(StaticType type) {
    return parts.meant(type);
  }

  /** Why nothing of this type can be captured; null if it can, or nobody can tell. */
  @Nullable String always(StaticType type) {
    boolean known = !type.isArray() && type != StaticType.UNKNOWN;
    String itself = known ? UnusableTypes.reason(type.name(), types) : null;
    if (itself != null) {
      return itself;
    }
    for (TypeLeaf leaf : TypeLeaves.of(type, parts)) {
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
    for (TypeLeaf leaf : TypeLeaves.of(type, parts)) {
      String reason = named(leaf).isEmpty() ? null : reason(leaf);
      if (reason != null) {
        found.add("what cannot be kept at " + leaf + ": " + reason);
      }
    }
    return found;
  }

  private @Nullable String reason(TypeLeaf leaf) {
    return leaf.type == StaticType.UNKNOWN ? null : UnusableTypes.reason(leaf.type.name(), inner);
  }

  /** The steps by a name, which may lead to null. */
  private static List<String> named(TypeLeaf leaf) {
    List<String> named = new ArrayList<>(leaf.steps);
    named.removeIf(step -> step.equals("*"));
    return named;
  }
}
