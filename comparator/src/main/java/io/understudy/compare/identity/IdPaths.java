package io.understudy.compare.identity;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The places of ids: path patterns, followed step by step along an object. Immutable as seen from
 * outside, and thread-safe.
 */
public final class IdPaths {
  private final List<List<String>> patterns = new ArrayList<>();
  private final List<String> namespaces = new ArrayList<>();
  private final ConcurrentMap<List<Integer>, Place> places = new ConcurrentHashMap<>();
  private final @Nullable Place root;

  private IdPaths(Map<PathPattern, String> identity) {
    identity.forEach(
        (pattern, namespace) -> {
          patterns.add(pattern.steps());
          namespaces.add(namespace);
        });
    List<Integer> starts = new ArrayList<>();
    for (int p = 0; p < patterns.size(); p++) {
      starts.add(position(p, 0));
    }
    root = place(starts);
  }

  /**
   * Creates the places of ids.
   *
   * @param identity the namespace of the ids at each pattern
   */
  public static IdPaths of(Map<PathPattern, String> identity) {
    return new IdPaths(identity);
  }

  /** Returns the place where results start; null when there are no patterns. */
  public @Nullable Place root() {
    return root;
  }

  /** Returns the place where an argument starts; null when it contains no id. */
  public @Nullable Place argument(int index) {
    Place arguments = root == null ? null : root.step("arguments");
    return arguments == null ? null : arguments.step(Integer.toString(index));
  }

  /** Returns whether the argument itself is an id. */
  public boolean isArgument(int index) {
    Place place = argument(index);
    return place != null && place.namespace() != null;
  }

  /** Returns the namespaces of ids that may be in results, each once. */
  public Set<String> inResults() {
    return namespaces(steps -> steps.isEmpty() || !steps.get(0).equals("arguments"));
  }

  /** Returns the namespaces of ids that may be in arguments, each once. */
  public Set<String> inArguments() {
    return namespaces(
        steps ->
            !steps.isEmpty()
                && (steps.get(0).equals("arguments")
                    || (PathPattern.isMatch(steps.get(0), "arguments") && steps.size() > 1)));
  }

  /** Returns the namespaces of ids whose patterns match arguments only, each once. */
  public Set<String> inArgumentsAlone() {
    return namespaces(steps -> !steps.isEmpty() && steps.get(0).equals("arguments"));
  }

  private Set<String> namespaces(Predicate<List<String>> where) {
    Set<String> found = new TreeSet<>();
    for (int p = 0; p < patterns.size(); p++) {
      if (where.test(patterns.get(p))) {
        found.add(namespaces.get(p));
      }
    }
    return found;
  }

  // A pattern has far fewer than 4,096 steps.
  private static int position(int pattern, int step) {
    return pattern << 12 | step;
  }

  /** Returns the place with these positions in the patterns; "**" may match no step. */
  private @Nullable Place place(List<Integer> positions) {
    TreeSet<Integer> all = new TreeSet<>(positions);
    for (int position : positions) {
      int at = position;
      while ("**".equals(stepAt(at))) {
        all.add(++at);
      }
    }
    return all.isEmpty() ? null : places.computeIfAbsent(new ArrayList<>(all), Place::new);
  }

  private @Nullable String stepAt(int position) {
    List<String> steps = patterns.get(position >>> 12);
    int at = position & 0xFFF;
    return at < steps.size() ? steps.get(at) : null;
  }

  /** A place that a pattern matches or passes through. Thread-safe. */
  public final class Place {
    private final List<Integer> positions;
    private final @Nullable String namespace;
    private final boolean leadsOn;

    private Place(List<Integer> positions) {
      this.positions = positions;
      int closest = -1;
      boolean more = false;
      for (int position : positions) {
        if (stepAt(position) != null) {
          more = true;
        } else if (closest < 0 || isCloser(position >>> 12, closest)) {
          closest = position >>> 12;
        }
      }
      this.namespace = closest < 0 ? null : namespaces.get(closest);
      this.leadsOn = more;
    }

    /** Returns the namespace of the id at this place; null when there is no id. */
    public @Nullable String namespace() {
      return namespace;
    }

    /** Returns whether ids may be below this place. */
    public boolean leadsOn() {
      return leadsOn;
    }

    /** Follows a part name, a key label or an index; null when no id can be there. */
    public @Nullable Place step(String name) {
      List<Integer> next = new ArrayList<>();
      for (int position : positions) {
        String step = stepAt(position);
        if (step == null) {
          continue;
        }
        if (step.equals("**")) {
          next.add(position);
        } else if (PathPattern.isMatch(step, name)) {
          next.add(position + 1);
        }
      }
      return place(next);
    }

    /** Follows the index of an element; null when no id can be there. */
    public @Nullable Place element(int index) {
      return step(Integer.toString(index));
    }
  }

  private boolean isCloser(int one, int other) {
    return PathPattern.isCloser(patterns.get(one), patterns.get(other));
  }
}
