package io.understudy.tool.type;

import io.understudy.value.PathPattern;
import java.util.List;

/** A place in a static type that has no known parts. Immutable. */
public final class TypeLeaf {
  /**
   * The steps that lead there; {@code *} for any element of a list or map. Callers must not change
   * it.
   */
  public final List<String> steps;

  /** The type at this place. */
  public final StaticType type;

  public TypeLeaf(List<String> steps, StaticType type) {
    this.steps = steps;
    this.type = type;
  }

  /** Whether a pattern with these steps covers this place or an ancestor of it. */
  public boolean isCoveredBy(List<String> pattern) {
    return covers(pattern, 0, 0);
  }

  private boolean covers(List<String> pattern, int p, int s) {
    if (p == pattern.size()) {
      return true;
    }
    String expected = pattern.get(p);
    if (expected.equals("**")) {
      return covers(pattern, p + 1, s) || (s < steps.size() && covers(pattern, p, s + 1));
    }
    return s < steps.size()
        && PathPattern.isMatch(expected, steps.get(s))
        && covers(pattern, p + 1, s + 1);
  }

  /** The steps as a JSON Pointer. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    steps.forEach(step -> out.append('/').append(step.replace("~", "~0").replace("/", "~1")));
    return out.toString();
  }
}
