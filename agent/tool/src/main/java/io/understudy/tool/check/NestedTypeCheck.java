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
 * Finds types without values inside a static type. In the elements of a list they make every call
 * fail; in the parts of an object only the calls that have one there fail.
 */
final class NestedTypeCheck {
  private final TypeLookup types;

  /**
   * A lookup of its own: missing types are reported for the method's types, not for parts of them.
   */
  private final TypeLookup partTypes;

  private final TypePartsFinder parts;

  NestedTypeCheck(ClassPathFiles files, TypeLookup types, TypePartsFinder parts) {
    this.types = types;
    this.partTypes = new TypeLookup(files);
    this.parts = parts;
  }

  /**
   * Returns why no result of this type can be captured; null if it can, or if that is unknown. For
   * a stage, the type of its value counts.
   */
  @Nullable String reasonNeverAsResult(StaticType type) {
    StaticType valueType = parts.valueType(type);
    String lazy =
        valueType == StaticType.UNKNOWN || valueType.isArray()
            ? null
            : UnusableTypes.lazy(valueType.name());
    return lazy == null ? reasonNever(valueType) : lazy;
  }

  /** Whether objects of this type are stages, which are captured after they complete. */
  boolean isStage(StaticType type) {
    return type != StaticType.UNKNOWN
        && !type.isArray()
        && UnusableTypes.isStage(type.name(), types);
  }

  /** Returns the type of a stage's value; for other types the type itself. */
  StaticType valueType(StaticType type) {
    return parts.valueType(type);
  }

  /** Returns why no value of this type can be captured; null if it can, or if that is unknown. */
  @Nullable String reasonNever(StaticType type) {
    boolean known = !type.isArray() && type != StaticType.UNKNOWN;
    String own = known ? UnusableTypes.reason(type.name(), types) : null;
    if (own != null) {
      return own;
    }
    for (TypeLeaf leaf : TypeLeaves.of(type, parts)) {
      String reason = Collections.disjoint(leaf.steps, namedSteps(leaf)) ? reason(leaf) : null;
      if (reason != null) {
        return type + " holds a value that cannot be captured: " + reason;
      }
    }
    return null;
  }

  /** Returns the places that may hold a value that cannot be captured, each with the reason. */
  List<String> unusableParts(StaticType type) {
    List<String> found = new ArrayList<>();
    for (TypeLeaf leaf : TypeLeaves.of(type, parts)) {
      String reason = namedSteps(leaf).isEmpty() ? null : reason(leaf);
      if (reason != null) {
        found.add("a value that cannot be captured at " + leaf + ": " + reason);
      }
    }
    return found;
  }

  /**
   * Returns the places whose values the agent always refuses, each with the reason.
   *
   * @param areCopied true for arguments, false for results
   */
  List<String> refusedPlaces(StaticType type, boolean areCopied) {
    return RefusalCheck.places(valueType(type), partTypes, parts, areCopied);
  }

  private @Nullable String reason(TypeLeaf leaf) {
    return leaf.type == StaticType.UNKNOWN
        ? null
        : UnusableTypes.reason(leaf.type.name(), partTypes);
  }

  /** Returns the named steps; these parts may be null. */
  private static List<String> namedSteps(TypeLeaf leaf) {
    List<String> namedSteps = new ArrayList<>(leaf.steps);
    namedSteps.removeIf(step -> step.equals("*"));
    return namedSteps;
  }
}
