package io.understudy.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer with wildcards: {@code *} matches one step, {@code **} matches zero or more steps.
 * Immutable; equal when the texts are equal.
 */
public final class PathPattern {
  private final String source;
  private final List<String> steps;

  private PathPattern(String source, List<String> steps) {
    this.source = source;
    this.steps = steps;
  }

  /**
   * Parses a pattern.
   *
   * @param text empty for the root, else it starts with a slash; inside a step {@code ~1} is a
   *     slash and {@code ~0} a tilde
   * @throws IllegalArgumentException when the text is no pattern; the message says what to write
   */
  public static PathPattern parse(String text) {
    if (!text.isEmpty() && text.charAt(0) != '/') {
      throw new IllegalArgumentException(
          "a path starts with a slash: write \"/" + text + "\" instead of \"" + text + "\"");
    }
    List<String> steps = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String step : text.substring(1).split("/", -1)) {
        steps.add(unescape(step, text));
      }
    }
    return new PathPattern(text, Collections.unmodifiableList(steps));
  }

  private static String unescape(String step, String whole) {
    if (step.isEmpty()) {
      throw new IllegalArgumentException("\"" + whole + "\" has an empty step (two slashes)");
    }
    for (int i = step.indexOf('~'); i >= 0; i = step.indexOf('~', i + 1)) {
      if (i + 1 == step.length() || (step.charAt(i + 1) != '0' && step.charAt(i + 1) != '1')) {
        throw new IllegalArgumentException(
            "\"" + whole + "\": write ~0 for a tilde and ~1 for a slash inside a step");
      }
    }
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** The steps, unescaped; wildcards are {@code *} and {@code **}. Unmodifiable. */
  public List<String> steps() {
    return steps;
  }

  /** Whether the pattern matches the whole path. */
  public boolean matches(Path path) {
    // All positions that the steps so far can reach; recursion would overflow on deep paths.
    BitSet reached = new BitSet();
    reach(reached, 0);
    for (Path p : path.fromRoot()) {
      BitSet next = new BitSet();
      for (int s = reached.nextSetBit(0); s >= 0 && s < steps.size(); s = reached.nextSetBit(s + 1)) {
        String step = steps.get(s);
        if (step.equals("**")) {
          reach(next, s);
        } else if (step.equals("*") || step.equals(p.text())) {
          reach(next, s + 1);
        }
      }
      reached = next;
    }
    return reached.get(steps.size());
  }

  private void reach(BitSet positions, int position) {
    positions.set(position);
    // A ** also matches no step.
    for (int s = position; s < steps.size() && steps.get(s).equals("**"); s++) {
      positions.set(s + 1);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathPattern && source.equals(((PathPattern) other).source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The text that was parsed. */
  @Override
  public String toString() {
    return source;
  }
}
