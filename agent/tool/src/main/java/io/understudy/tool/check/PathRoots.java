package io.understudy.tool.check;

import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PathWalk;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The roots of the paths of one side: the result, and the parameters below {@code /arguments} if
 * arguments are compared.
 */
final class PathRoots {
  private static final String ARGUMENTS = "arguments";

  private final MethodSignature method;
  private final TypePartsFinder parts;

  /** Takes the roots of one side from the signature of its method. */
  PathRoots(MethodSignature method, TypePartsFinder parts) {
    this.method = method;
    this.parts = parts;
  }

  /**
   * Follows a path from each root.
   *
   * @param arguments whether the path may start at the arguments
   */
  Reach reach(List<String> steps, boolean arguments) {
    Reach reach = new Reach();
    if (!method.returned().equals("void")) {
      reach.add(new PathWalk(method.returnedType(), steps, parts));
    }
    if (arguments && !steps.isEmpty()) {
      addArguments(steps, reach);
    }
    if (reach.reasons.isEmpty() && reach.isDead) {
      reach.reasons.add(
          method.returned().equals("void")
              ? "the control returns nothing"
              : "there is no such place");
    }
    return reach;
  }

  private void addArguments(List<String> steps, Reach reach) {
    String first = steps.get(0);
    List<StaticType> types = method.parameterTypes();
    if (first.equals("**")) {
      // The pattern ** also covers /arguments and an index.
      types.forEach(type -> reach.add(new PathWalk(type, steps, parts)));
    }
    if (!PathPattern.isMatch(first, ARGUMENTS)) {
      return;
    }
    if (steps.size() == 1) {
      reach.isDead = false;
      return;
    }
    boolean found = false;
    for (int i = 0; i < types.size(); i++) {
      String index = steps.get(1);
      if (index.equals("**") || PathPattern.isMatch(index, Integer.toString(i))) {
        List<String> below = steps.subList(index.equals("**") ? 1 : 2, steps.size());
        reach.add(new PathWalk(types.get(i), below, parts));
        found = true;
      }
    }
    if (!found && first.equals(ARGUMENTS)) {
      reach.reasons.add(
          (types.size() == 1 ? "there is 1 argument" : "there are " + types.size() + " arguments")
              + ", counted from 0");
    }
  }

  /** The result of following a path on one side. Not thread-safe. */
  static final class Reach {
    /** Whether the path certainly leads to no place. */
    boolean isDead = true;

    /** The types at the end of the path, as far as they are known. */
    final Set<StaticType> ends = new LinkedHashSet<>();

    /** Why the path leads to no place, for each root. */
    final List<String> reasons = new ArrayList<>();

    private void add(PathWalk walk) {
      if (walk.isDead()) {
        reasons.add(walk.deadEnd());
      } else {
        isDead = false;
        ends.addAll(walk.ends());
      }
    }
  }
}
