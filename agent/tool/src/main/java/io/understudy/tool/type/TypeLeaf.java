package io.understudy.tool.type;

import java.util.List;

/** A place in a static type inside which nothing more is known. Immutable. */
public final class TypeLeaf {
  /** The steps that lead there; {@code *} for any element of a list or map. Not to be changed. */
  public final List<String> steps;

  public final StaticType type;

  public TypeLeaf(List<String> steps, StaticType type) {
    this.steps = steps;
    this.type = type;
  }

  /** Whether a pattern with these steps covers this place, or one above it. */
  public boolean isCoveredBy(List<String> pattern) {
    return covers(pattern, 0, 0);
  }

  private boolean covers(List<String> pattern, int p, int s) {
    if (p == pattern.size()) {
      return true;
    }
    String wanted = pattern.get(p);
    if (wanted.equals("**")) {
      return covers(pattern, p + 1, s) || (s < steps.size() && covers(pattern, p, s + 1));
    }
    return s < steps.size()
        && (wanted.equals("*") || wanted.equals(steps.get(s)))
        && covers(pattern, p + 1, s + 1);
  }

  /** As a path is written. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    steps.forEach(step -> out.append('/').append(step.replace("~", "~0").replace("/", "~1")));
    return out.toString();
  }
}
