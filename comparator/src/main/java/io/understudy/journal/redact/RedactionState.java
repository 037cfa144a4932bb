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
 * Where a walk through a value stands with regard to the redacted paths: covered, on the way to
 * one, or off all of them. The states of an automaton over the steps of all patterns at once, found
 * as they are met. Immutable but for its memory of the next states; thread-safe.
 */
final class RedactionState {
  /** Off all patterns: nothing below can be covered. */
  static final RedactionState NONE = new RedactionState(null, new TreeSet<>(), false);

  /** Covered, and so is all below. */
  static final RedactionState ALL = new RedactionState(null, new TreeSet<>(), true);

  /** Names in code are few; beyond so many the next states are computed each time. */
  private static final int MOST_REMEMBERED = 1_000;

  private final @Nullable List<PathPattern> patterns;

  // Pattern number * 2^16 + number of its steps that were taken.
  private final Set<Integer> positions;
  private final boolean all;
  private final ConcurrentMap<String, RedactionState> parts = new ConcurrentHashMap<>();

  private RedactionState(
      @Nullable List<PathPattern> patterns, Set<Integer> positions, boolean all) {
    this.patterns = patterns;
    this.positions = positions;
    this.all = all;
  }

  /** Where every walk starts. */
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

  /** Whether this place is covered. */
  boolean isCovered() {
    return all;
  }

  /** Whether nothing here or below is covered. */
  boolean isOff() {
    return positions.isEmpty() && !all;
  }

  /** The state at a named part; a hidden field is known by its plain name too. */
  RedactionState part(String name) {
    if (isOff() || all) {
      return this;
    }
    RedactionState known = parts.get(name);
    if (known == null) {
      String plain = name.substring(name.lastIndexOf('.') + 1);
      known = next(step -> step.equals(name) || step.equals(plain));
      if (parts.size() < MOST_REMEMBERED) {
        parts.put(name, known);
      }
    }
    return known;
  }

  /** The state at the value under a map's key. */
  RedactionState key(String text) {
    return isOff() || all ? this : next(text::equals);
  }

  /** The state at an element. */
  RedactionState index(int index) {
    return isOff() || all ? this : next(Integer.toString(index)::equals);
  }

  /** The state at an element whose index is not known: at whichever index may be named. */
  RedactionState element() {
    return isOff() || all ? this : next(RedactionState::isIndex);
  }

  /** The state at the end of a path from here. */
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

  /** The state one step on. */
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
      } else if (step.equals("*") || test.fits(step)) {
        enter(all, position >> 16, taken + 1, next);
      }
    }
    return of(all, next);
  }

  // "**" may stand for no step at all, so whoever stands before it stands behind it too.
  private static void enter(List<PathPattern> all, int pattern, int taken, Set<Integer> into) {
    List<String> steps = all.get(pattern).steps();
    into.add(pattern << 16 | taken);
    if (taken < steps.size() && steps.get(taken).equals("**")) {
      enter(all, pattern, taken + 1, into);
    }
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
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

  /** Whether a step of a pattern, not a wildcard, fits the step taken. */
  private interface StepTest {
    boolean fits(String step);
  }
}
