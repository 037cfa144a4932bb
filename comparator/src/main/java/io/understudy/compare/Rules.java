package io.understudy.compare;

import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counts as equal for one call point. Immutable, equal by content; made by a {@link Builder}.
 *
 * <p>Paths are the control's. Where several rules of one sort lead to the same place the closest
 * holds: at the first step in which they differ, a name comes before {@code *} before {@code **}.
 * What is ignored is not compared, whatever else is said of it.
 */
public final class Rules {
  private static final Rules NONE = builder().build();

  private final Mode mode;
  private final List<PathPattern> ignore;
  private final Map<PathPattern, Tolerance> tolerate;
  private final List<PathPattern> unordered;
  private final Map<PathPattern, String> keyed;
  private final Map<PathPattern, PathPattern> rename;
  private final boolean exceptionMessages;
  private final boolean arguments;
  private final List<Rule> compiled;

  private Rules(Builder from) {
    this.mode = from.mode;
    this.ignore = Collections.unmodifiableList(new ArrayList<>(from.ignore));
    this.tolerate = Collections.unmodifiableMap(new LinkedHashMap<>(from.tolerate));
    this.unordered = Collections.unmodifiableList(new ArrayList<>(from.unordered));
    this.keyed = Collections.unmodifiableMap(new LinkedHashMap<>(from.keyed));
    this.rename = Collections.unmodifiableMap(new LinkedHashMap<>(from.rename));
    this.exceptionMessages = from.exceptionMessages;
    this.arguments = from.arguments;
    Contradictions.refuse(this);
    this.compiled = compile();
  }

  /** Mode {@code VALUE} and no rule. */
  public static Rules none() {
    return NONE;
  }

  /** Starts with mode {@code VALUE} and no rule. */
  public static Builder builder() {
    return new Builder();
  }

  /** How much of a value's representation counts. */
  public Mode mode() {
    return mode;
  }

  /** What is not compared. Unmodifiable, like every collection here, and in order of statement. */
  public List<PathPattern> ignore() {
    return ignore;
  }

  /** Where numbers may differ, and how far. */
  public Map<PathPattern, Tolerance> tolerate() {
    return tolerate;
  }

  /** Which lists are compared as multisets. */
  public List<PathPattern> unordered() {
    return unordered;
  }

  /** Which lists have their elements paired by a part, and by which. */
  public Map<PathPattern, String> keyed() {
    return keyed;
  }

  /** Where the candidate has what the control has elsewhere. */
  public Map<PathPattern, PathPattern> rename() {
    return rename;
  }

  /** Whether exceptions must agree in their messages and causes too. */
  public boolean exceptionMessages() {
    return exceptionMessages;
  }

  /** Whether arguments are compared as they stood after the call. */
  public boolean arguments() {
    return arguments;
  }

  /**
   * The rules as lines of text, such as {@code tolerate /total within 0.005}; the first states the
   * mode. Equal rules give equal lines, so that a journal can tell where they changed.
   */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    lines.add("mode " + (mode == Mode.VALUE ? "value" : "exact"));
    ignore.forEach(path -> lines.add("ignore " + shown(path)));
    tolerate.forEach((path, most) -> lines.add("tolerate " + shown(path) + " within " + most));
    unordered.forEach(path -> lines.add("unordered " + shown(path)));
    keyed.forEach((path, key) -> lines.add("keyed " + shown(path) + " by " + key));
    rename.forEach((path, there) -> lines.add("rename " + path + " to " + there));
    if (exceptionMessages) {
      lines.add("exceptions by class, message and causes");
    }
    if (arguments) {
      lines.add("arguments after the call");
    }
    return lines;
  }

  /** A path as rules print it: the root has no steps to show. */
  static String shown(PathPattern path) {
    return path.steps().isEmpty() ? "\"\"" : path.toString();
  }

  /** The rules as a graph, which grows as it is walked; each differ has its own. */
  RuleGraph graph() {
    return new RuleGraph(compiled);
  }

  private List<Rule> compile() {
    List<Rule> rules = new ArrayList<>();
    ignore.forEach(path -> rules.add(new Rule(path.steps(), Rule.Sort.IGNORE, null)));
    tolerate.forEach((path, t) -> rules.add(new Rule(path.steps(), Rule.Sort.TOLERATE, t)));
    unordered.forEach(path -> rules.add(new Rule(path.steps(), Rule.Sort.UNORDERED, null)));
    keyed.forEach((path, key) -> rules.add(new Rule(path.steps(), Rule.Sort.KEYED, key)));
    rename.forEach(
        (path, there) -> {
          Rename anchored = Rename.anchored(path, there, rename);
          rules.add(new Rule(anchored.anchor, Rule.Sort.RENAME, anchored));
        });
    return rules;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rules && describe().equals(((Rules) other).describe());
  }

  @Override
  public int hashCode() {
    return describe().hashCode();
  }

  /** The lines of {@link #describe()}, joined by semicolons. */
  @Override
  public String toString() {
    return String.join("; ", describe());
  }

  /** Collects rules. Not thread-safe. */
  public static final class Builder {
    private Mode mode = Mode.VALUE;
    private final Set<PathPattern> ignore = new LinkedHashSet<>();
    private final Map<PathPattern, Tolerance> tolerate = new LinkedHashMap<>();
    private final Set<PathPattern> unordered = new LinkedHashSet<>();
    private final Map<PathPattern, String> keyed = new LinkedHashMap<>();
    private final Map<PathPattern, PathPattern> rename = new LinkedHashMap<>();
    private boolean exceptionMessages;
    private boolean arguments;

    private Builder() {}

    /** How much of a value's representation counts. */
    public Builder mode(Mode mode) {
      this.mode = mode;
      return this;
    }

    /** What these cover is not compared, nor what stands below. */
    public Builder ignore(PathPattern... patterns) {
      ignore.addAll(Arrays.asList(patterns));
      return this;
    }

    /**
     * Numbers there may differ by at most {@code most}, the boundary included.
     *
     * @throws IllegalArgumentException when {@code most} is negative, or another tolerance has been
     *     stated for the same pattern
     */
    public Builder tolerateAbsolute(PathPattern pattern, BigDecimal most) {
      return tolerate(pattern, Tolerance.absolute(most));
    }

    /**
     * Numbers there may differ by at most {@code most} times the larger magnitude, included.
     *
     * @throws IllegalArgumentException when {@code most} is negative or not less than 1, or another
     *     tolerance has been stated for the same pattern
     */
    public Builder tolerateRelative(PathPattern pattern, BigDecimal most) {
      return tolerate(pattern, Tolerance.relative(most));
    }

    private Builder tolerate(PathPattern pattern, Tolerance most) {
      put(tolerate, pattern, most, "tolerate", " within ");
      return this;
    }

    /** Lists there are compared as multisets. */
    public Builder unordered(PathPattern... patterns) {
      unordered.addAll(Arrays.asList(patterns));
      return this;
    }

    /**
     * Elements of the list there are paired by the part named {@code key}.
     *
     * @throws IllegalArgumentException when another key has been stated for the same pattern
     */
    public Builder keyed(PathPattern list, String key) {
      if (key.isEmpty() || key.indexOf('/') >= 0) {
        throw new IllegalArgumentException(
            "keyed " + shown(list) + ": a key is the name of one part, not \"" + key + "\"");
      }
      put(keyed, list, key, "keyed", " by ");
      return this;
    }

    /**
     * What the control has at {@code control}, the candidate has at {@code candidate}.
     *
     * @throws IllegalArgumentException when the control's path has been renamed to another
     */
    public Builder rename(PathPattern control, PathPattern candidate) {
      put(rename, control, candidate, "rename", " to ");
      return this;
    }

    private static <T> void put(
        Map<PathPattern, T> rules, PathPattern at, T what, String verb, String link) {
      T before = rules.putIfAbsent(at, what);
      if (before != null && !before.equals(what)) {
        throw new IllegalArgumentException(
            "contradictory: "
                + (verb + " " + shown(at) + link + before)
                + " and "
                + (verb + " " + shown(at) + link + what));
      }
    }

    /** Whether exceptions must agree in their messages and causes too. */
    public Builder exceptionMessages(boolean compared) {
      exceptionMessages = compared;
      return this;
    }

    /** Whether the arguments are compared as they stand after the call. */
    public Builder arguments(boolean compared) {
      arguments = compared;
      return this;
    }

    /**
     * The rules collected so far.
     *
     * @throws IllegalArgumentException when two rules contradict each other, saying which
     */
    public Rules build() {
      return new Rules(this);
    }
  }
}
