package io.understudy.tool.type;

import io.understudy.agent.config.NearestWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the steps of a path pattern through a static type: whether they can lead anywhere, to
 * what types, and if not, where they end. Serves one path.
 */
public final class PathWalk {
  private static final int DEEPEST = 40;

  private final List<String> steps;
  private final TypePartsFinder parts;
  private final Set<String> visited = new HashSet<>();
  private final Set<StaticType> ends = new LinkedHashSet<>();
  private boolean open;
  private int furthest = -1;
  private String deadEnd = "";

  /** Follows {@code steps} from {@code root}. */
  public PathWalk(StaticType root, List<String> steps, TypePartsFinder parts) {
    this.steps = steps;
    this.parts = parts;
    follow(root, 0, 0);
  }

  /** Whether the path certainly leads to nothing. */
  public boolean isDead() {
    return !open && ends.isEmpty();
  }

  /** The types of what it leads to, as far as they are known. */
  public Set<StaticType> ends() {
    return ends;
  }

  /** Why it leads to nothing, at the step that got furthest. */
  public String deadEnd() {
    return deadEnd;
  }

  private void follow(StaticType type, int at, int depth) {
    if (at == steps.size()) {
      ends.add(type);
      return;
    }
    TypeParts inside = parts.of(type);
    if (inside == TypeParts.UNKNOWN || depth == DEEPEST) {
      open = true;
    } else if (visited.add(at + " " + type)) {
      String step = steps.get(at);
      if (step.equals("**")) {
        follow(type, at + 1, depth);
        open |= parts.subclassMayHave(type, step);
        children(inside).forEach(child -> follow(child, at, depth + 1));
      } else {
        one(type, inside, at, depth);
      }
    }
  }

  private void one(StaticType type, TypeParts inside, int at, int depth) {
    String step = steps.get(at);
    Collection<StaticType> next = new ArrayList<>();
    StaticType only = inside.step(step);
    if (only != null) {
      next.add(only);
    } else if (step.equals("*")) {
      next.addAll(children(inside));
    }
    if (next.isEmpty() && parts.subclassMayHave(type, step)) {
      open = true;
    } else if (next.isEmpty() && at > furthest) {
      furthest = at;
      deadEnd = reason(type, inside, step);
    }
    next.forEach(child -> follow(child, at + 1, depth + 1));
  }

  private static Collection<StaticType> children(TypeParts inside) {
    StaticType element = inside.element();
    return element != null ? Collections.singletonList(element) : inside.byName().values();
  }

  private static String reason(StaticType type, TypeParts inside, String step) {
    if (inside.element() != null) {
      return type + " has elements and no part " + step + "; write * for all of them";
    }
    return inside.byName().isEmpty()
        ? type + " has no parts"
        : type + " has no part " + step + NearestWord.didYouMean(step, inside.byName().keySet());
  }
}
