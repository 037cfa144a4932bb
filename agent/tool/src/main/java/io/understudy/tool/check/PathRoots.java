package io.understudy.tool.check;

import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PathWalk;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypePartsFinder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the paths of one side begin: at the result, and below {@code /arguments} at the parameters,
 * where those are compared.
 */
final class PathRoots {
  private static final String ARGUMENTS = "arguments";

  private final MethodSignature method;
  private final TypePartsFinder parts;

  /** The roots of one side. */
  PathRoots(MethodSignature method, TypePartsFinder parts) {
    this.method = method;
    this.parts = parts;
  }

  /**
   * Where a path leads.
   *
   * @param arguments whether it may lead into the arguments
   */
  Reach reach(List<String> steps, boolean arguments) {
    Reach reach = new Reach();
    if (!method.returned().equals("void")) {
      reach.add(new PathWalk(method.returnedType(), steps, parts));
    }
    if (arguments && !steps.isEmpty()) {
      throughArguments(steps, reach);
    }
    if (reach.dead.isEmpty() && reach.isDead) {
      reach.dead.add(
          method.returned().equals("void")
              ? "the control returns nothing"
              : "there is no such place");
    }
    return reach;
  }

  private void throughArguments(List<String> steps, Reach reach) {
    String first = steps.get(0);
    List<StaticType> types = method.parameterTypes();
    if (first.equals("**")) {
      // It may stand for /arguments and an index, too.
      types.forEach(type -> reach.add(new PathWalk(type, steps, parts)));
    }
    if (!first.equals(ARGUMENTS) && !first.equals("*")) {
      return;
    }
    if (steps.size() == 1) {
      reach.isDead = false;
      return;
    }
    boolean found = false;
    for (int i = 0; i < types.size(); i++) {
      String index = steps.get(1);
      if (index.equals("*") || index.equals("**") || index.equals(Integer.toString(i))) {
        List<String> below = steps.subList(index.equals("**") ? 1 : 2, steps.size());
        reach.add(new PathWalk(types.get(i), below, parts));
        found = true;
      }
    }
    if (!found && first.equals(ARGUMENTS)) {
      reach.dead.add("there are " + types.size() + " arguments, counted from 0");
    }
  }

  /** Where a path leads on one side. Not thread-safe. */
  static final class Reach {
    /** Whether it certainly leads to nothing. */
    boolean isDead = true;

    /** The types that it leads to, as far as they are known. */
    final Set<StaticType> ends = new LinkedHashSet<>();

    /** Why it leads to nothing, from each root. */
    final List<String> dead = new ArrayList<>();

    private void add(PathWalk walk) {
      if (walk.isDead()) {
        dead.add(walk.deadEnd());
      } else {
        isDead = false;
        ends.addAll(walk.ends());
      }
    }
  }
}
