package io.understudy.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer with wildcards: {@code *} matches one step, {@code **} matches zero or more steps.
 * Inside a step {@code *} matches any characters: {@code sp*} is every step that begins with sp.
 * Immutable; equal when the texts are equal.
 */
public final class PathPattern {
  /** Longer names with wildcards are equally close. In characters. */
  private static final int MOST_LITERAL = 1_000;

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
      for (int s = reached.nextSetBit(0);
          s >= 0 && s < steps.size();
          s = reached.nextSetBit(s + 1)) {
        String step = steps.get(s);
        if (step.equals("**")) {
          reach(next, s);
        } else if (isMatch(step, p.text())) {
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

  /** Whether a step of a pattern, but not {@code **}, matches a step of a path. */
  public static boolean isMatch(String patternStep, String step) {
    return patternStep.equals(step) || (isWild(patternStep) && isGlobMatch(patternStep, step));
  }

  /** Whether a step of a pattern has a wildcard. */
  public static boolean isWild(String patternStep) {
    return patternStep.indexOf('*') >= 0 && !patternStep.matches("\\*{3,}");
  }

  /** Whether a step of a pattern has a wildcard beside other characters. */
  public static boolean isPartlyWild(String patternStep) {
    return isWild(patternStep) && !patternStep.equals("*") && !patternStep.equals("**");
  }

  private static boolean isGlobMatch(String pattern, String step) {
    int i = 0;
    int j = 0;
    // After the last star that was passed: where to continue if the rest does not match.
    int retryPattern = -1;
    int retryStep = 0;
    while (j < step.length()) {
      if (i < pattern.length() && pattern.charAt(i) == '*') {
        retryPattern = ++i;
        retryStep = j;
      } else if (i < pattern.length() && pattern.charAt(i) == step.charAt(j)) {
        i++;
        j++;
      } else if (retryPattern >= 0) {
        i = retryPattern;
        j = ++retryStep;
      } else {
        return false;
      }
    }
    while (i < pattern.length() && pattern.charAt(i) == '*') {
      i++;
    }
    return i == pattern.length();
  }

  /**
   * Whether a pattern is closer to a place than another pattern that matches it too. At the first
   * step that differs, a name comes before a name with a wildcard (the longer one first), then
   * {@code *}, then the end of the path, then {@code **}.
   */
  public static boolean isCloser(List<String> steps, List<String> others) {
    for (int i = 0; i <= Math.min(steps.size(), others.size()); i++) {
      int own = looseness(steps, i);
      int other = looseness(others, i);
      if (own != other) {
        return own < other;
      }
    }
    return false;
  }

  private static int looseness(List<String> steps, int i) {
    if (i == steps.size()) {
      return MOST_LITERAL + 2;
    }
    String step = steps.get(i);
    if (!isPartlyWild(step)) {
      return step.equals("**") ? MOST_LITERAL + 3 : step.equals("*") ? MOST_LITERAL + 1 : 0;
    }
    long literal = step.chars().filter(c -> c != '*').count();
    return MOST_LITERAL - (int) Math.min(MOST_LITERAL - 1, literal);
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
