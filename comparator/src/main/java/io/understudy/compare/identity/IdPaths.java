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
 * Where the ids are: path patterns, walked step by step beside an object. Immutable as seen from
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
      starts.add(code(p, 0));
    }
    root = place(starts);
  }

  /**
   * The places of ids.
   *
   * @param identity the namespace of the ids at each pattern
   */
  public static IdPaths of(Map<PathPattern, String> identity) {
    return new IdPaths(identity);
  }

  /** Where results start; null where no pattern leads anywhere. */
  public @Nullable Place root() {
    return root;
  }

  /** Where an argument starts; null where no id is in it. */
  public @Nullable Place argument(int index) {
    Place arguments = root == null ? null : root.step("arguments");
    return arguments == null ? null : arguments.step(Integer.toString(index));
  }

  /** Whether an argument itself is an id. */
  public boolean isArgument(int index) {
    Place place = argument(index);
    return place != null && place.namespace() != null;
  }

  /** The namespaces of ids that may be in results, each once. */
  public Set<String> inResults() {
    return namespaces(steps -> steps.isEmpty() || !steps.get(0).equals("arguments"));
  }

  /** The namespaces of ids that may be in arguments, each once. */
  public Set<String> inArguments() {
    return namespaces(
        steps ->
            !steps.isEmpty()
                && (steps.get(0).equals("arguments")
                    || (steps.get(0).startsWith("*") && steps.size() > 1)));
  }

  /** The namespaces of ids whose patterns lead to arguments alone, each once. */
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

  // Patterns have far fewer steps than this.
  private static int code(int pattern, int step) {
    return pattern << 12 | step;
  }

  /** Where so many steps of so many patterns are done; those of "**" may be done with none. */
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

  /** A place that some pattern leads to or through. Thread-safe. */
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

    /** The namespace of the id that stands here; null where none does. */
    public @Nullable String namespace() {
      return namespace;
    }

    /** Whether ids may be below. */
    public boolean leadsOn() {
      return leadsOn;
    }

    /** Where one step leads: a part's name, a key's label or an index; null for no id there. */
    public @Nullable Place step(String name) {
      List<Integer> next = new ArrayList<>();
      for (int position : positions) {
        String step = stepAt(position);
        if (step == null) {
          continue;
        }
        if (step.equals("**")) {
          next.add(position);
        } else if (step.equals("*") || step.equals(name)) {
          next.add(position + 1);
        }
      }
      return place(next);
    }

    /** Where the step to an element leads. */
    public @Nullable Place element(int index) {
      return step(Integer.toString(index));
    }
  }

  /** As for every rule: a name before {@code *} before the end before {@code **}. */
  private boolean isCloser(int mine, int other) {
    List<String> a = patterns.get(mine);
    List<String> b = patterns.get(other);
    for (int i = 0; i <= Math.min(a.size(), b.size()); i++) {
      if (looseness(a, i) != looseness(b, i)) {
        return looseness(a, i) < looseness(b, i);
      }
    }
    return false;
  }

  private static int looseness(List<String> steps, int i) {
    if (i == steps.size()) {
      return 2;
    }
    return steps.get(i).equals("**") ? 3 : steps.get(i).equals("*") ? 1 : 0;
  }
}
