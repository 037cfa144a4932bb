package io.understudy.tool.type;

import io.understudy.agent.config.NearestWord;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the steps of one path pattern through a static type, and finds the types at its end or
 * the step where it ends. Immutable after construction.
 */
public final class PathWalk {
  private static final int MAX_DEPTH = 40;

  private final List<String> steps;
  private final TypePartsFinder parts;
  private final Set<String> visited = new HashSet<>();
  private final Set<StaticType> ends = new LinkedHashSet<>();
  private boolean isOpen;
  private int furthest = -1;
  private String deadEnd = "";

  /** Follows {@code steps} from {@code root}. */
  public PathWalk(StaticType root, List<String> steps, TypePartsFinder parts) {
    this.steps = steps;
    this.parts = parts;
    follow(root, 0, 0);
  }

  /** Whether the path certainly leads to no place. */
  public boolean isDead() {
    return !isOpen && ends.isEmpty();
  }

  /** The types at the end of the path, as far as they are known. */
  public Set<StaticType> ends() {
    return ends;
  }

  /** Why the path leads to no place, at the furthest step that was reached. */
  public String deadEnd() {
    return deadEnd;
  }

  private void follow(StaticType type, int at, int depth) {
    if (at == steps.size()) {
      ends.add(type);
      return;
    }
    TypeParts inside = parts.of(type);
    if (inside == TypeParts.UNKNOWN || depth == MAX_DEPTH) {
      isOpen = true;
    } else if (visited.add(at + " " + type)) {
      String step = steps.get(at);
      if (step.equals("**")) {
        follow(type, at + 1, depth);
        isOpen |= parts.subclassMayHave(type, step);
        children(inside).forEach(child -> follow(child, at, depth + 1));
      } else {
        followStep(type, inside, at, depth);
      }
    }
  }

  private void followStep(StaticType type, TypeParts inside, int at, int depth) {
    String step = steps.get(at);
    Collection<StaticType> next = new ArrayList<>();
    StaticType only = inside.step(step);
    if (only != null) {
      next.add(only);
    } else if (step.equals("*")) {
      next.addAll(children(inside));
    } else if (PathPattern.isWild(step)) {
      addMatching(step, inside, next);
    }
    if (next.isEmpty() && parts.subclassMayHave(type, step)) {
      isOpen = true;
    } else if (next.isEmpty() && at > furthest) {
      furthest = at;
      deadEnd = reason(type, inside, step);
    }
    next.forEach(child -> follow(child, at + 1, depth + 1));
  }

  private static void addMatching(String step, TypeParts inside, Collection<StaticType> next) {
    StaticType element = inside.element();
    if (element != null) {
      next.add(element); // A key, or an index, may match.
      return;
    }
    inside
        .byName()
        .forEach(
            (name, type) -> {
              if (PathPattern.isMatch(step, name)) {
                next.add(type);
              }
            });
  }

  private static Collection<StaticType> children(TypeParts inside) {
    StaticType element = inside.element();
    return element != null ? Collections.singletonList(element) : inside.byName().values();
  }

  private static String reason(StaticType type, TypeParts inside, String step) {
    if (inside.element() != null) {
      return type + " has elements and no part " + step + "; write * for all elements";
    }
    return inside.byName().isEmpty()
        ? type + " has no parts"
        : type + " has no part " + step + NearestWord.didYouMean(step, inside.byName().keySet());
  }
}
