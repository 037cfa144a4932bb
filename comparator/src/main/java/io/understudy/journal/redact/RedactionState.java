package io.understudy.journal.redact;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a walk through a value: covered by a redacted path, on the way to one, or off all of
 * them. It is a state of an automaton over the steps of all patterns; states are computed when they
 * are needed. Immutable except for a cache of the next states; thread-safe.
 */
final class RedactionState {
  /** Off all patterns: nothing below can be covered. */
  static final RedactionState NONE = new RedactionState(null, new TreeSet<>(), false);

  /** Covered, and so is everything below. */
  static final RedactionState ALL = new RedactionState(null, new TreeSet<>(), true);

  /** The greatest number of cached states; beyond it the next states are computed each time. */
  private static final int MOST_REMEMBERED = 1_000;

  private final @Nullable List<PathPattern> patterns;

  // Pattern number * 2^16 + number of its steps already taken.
  private final Set<Integer> positions;
  private final boolean all;
  private final ConcurrentMap<String, RedactionState> parts = new ConcurrentHashMap<>();

  private RedactionState(
      @Nullable List<PathPattern> patterns, Set<Integer> positions, boolean all) {
    this.patterns = patterns;
    this.positions = positions;
    this.all = all;
  }

  /** Returns the state at the start of every walk. */
  static RedactionState root(List<PathPattern> patterns) {
    Set<Integer> start = new TreeSet<>();
    for (int i = 0; i < patterns.size(); i++) {
      enter(patterns, i, 0, start);
    }
    return of(patterns, start);
  }

  private static RedactionState of(List<PathPattern> patterns, Set<Integer> positions) {
    if (positions.isEmpty()) {
      return NONE;
    }
    for (int position : positions) {
      if ((position & 0xffff) == patterns.get(position >> 16).steps().size()) {
        return ALL;
      }
    }
    return new RedactionState(patterns, positions, false);
  }

  /** Returns whether this place is covered. */
  boolean isCovered() {
    return all;
  }

  /** Returns whether nothing here or below is covered. */
  boolean isOff() {
    return positions.isEmpty() && !all;
  }

  /** Returns the state at a named part; a hidden field also matches by its plain name. */
  RedactionState part(String name) {
    if (isOff() || all) {
      return this;
    }
    RedactionState known = parts.get(name);
    if (known == null) {
      String plain = name.substring(name.lastIndexOf('.') + 1);
      known = next(step -> PathPattern.isMatch(step, name) || PathPattern.isMatch(step, plain));
      if (parts.size() < MOST_REMEMBERED) {
        parts.put(name, known);
      }
    }
    return known;
  }

  /** Returns the state at the value of a map key. */
  RedactionState key(String text) {
    return isOff() || all ? this : next(step -> PathPattern.isMatch(step, text));
  }

  /** Returns the state at an element. */
  RedactionState index(int index) {
    return key(Integer.toString(index));
  }

  /** Returns the state at an element with an unknown index: any index in a pattern matches. */
  RedactionState element() {
    return isOff() || all ? this : next(RedactionState::isIndex);
  }

  /** Returns the state at the end of a path from here. */
  RedactionState at(Path path) {
    Deque<Path> steps = new ArrayDeque<>();
    for (Path p = path; p.parent() != null; p = p.parent()) {
      steps.push(p);
    }
    RedactionState here = this;
    for (Path step : steps) {
      here = here.step(step);
    }
    return here;
  }

  /** Returns the state after one step. */
  RedactionState step(Path path) {
    switch (path.step()) {
      case PART:
        return part(path.text());
      case ELEMENT:
        return element();
      default:
        return key(path.text());
    }
  }

  private RedactionState next(StepTest test) {
    List<PathPattern> all = patterns;
    if (all == null) {
      return this;
    }
    Set<Integer> next = new TreeSet<>();
    for (int position : positions) {
      List<String> steps = all.get(position >> 16).steps();
      int taken = position & 0xffff;
      String step = steps.get(taken);
      if (step.equals("**")) {
        enter(all, position >> 16, taken, next);
      } else if (test.fits(step)) {
        enter(all, position >> 16, taken + 1, next);
      }
    }
    return of(all, next);
  }

  // "**" may match no step, so a position before it is also a position after it.
  private static void enter(List<PathPattern> all, int pattern, int taken, Set<Integer> into) {
    List<String> steps = all.get(pattern).steps();
    into.add(pattern << 16 | taken);
    if (taken < steps.size() && steps.get(taken).equals("**")) {
      enter(all, pattern, taken + 1, into);
    }
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '*');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RedactionState
        && all == ((RedactionState) other).all
        && positions.equals(((RedactionState) other).positions);
  }

  @Override
  public int hashCode() {
    return positions.hashCode();
  }

  @Override
  public String toString() {
    return all ? "covered" : isOff() ? "off" : positions.toString();
  }

  /** Decides whether a step of a pattern, not a wildcard, matches the taken step. */
  private interface StepTest {
    boolean fits(String step);
  }
}
