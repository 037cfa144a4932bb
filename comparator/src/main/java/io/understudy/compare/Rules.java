package io.understudy.compare;

import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts as equal for one call point. Immutable, equal by content; made by a {@link Builder}.
 *
 * <p>Paths are the control's. Where several rules of one sort hold for the same place the closest
 * one counts: see {@link Scope}. What is ignored is not compared, whatever else is said of it.
 */
public final class Rules {
  private static final Rules NONE = builder().build();

  private final Mode mode;
  private final boolean exceptionMessages;
  private final boolean arguments;

  /** In order of their sorts; within a sort in order of statement. */
  private final List<Rule> all;

  private Rules(Builder from) {
    this.mode = from.mode;
    this.exceptionMessages = from.exceptionMessages;
    this.arguments = from.arguments;
    List<Rule> stated = from.stated.inOrder();
    Contradictions.refuse(stated);
    this.all = Collections.unmodifiableList(Rename.anchored(stated));
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

  /** Whether exceptions must agree in their messages and causes too. */
  public boolean exceptionMessages() {
    return exceptionMessages;
  }

  /** Whether arguments are compared as they stood after the call. */
  public boolean arguments() {
    return arguments;
  }

  /** Where generated ids stand, and of which namespace; in order of statement. */
  public Map<PathPattern, String> identity() {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    for (Rule rule : all) {
      if (rule.sort == Rule.Sort.IDENTITY) {
        PathPattern path = rule.scope.path();
        identity.put(path == null ? PathPattern.parse("/**") : path, String.valueOf(rule.what));
      }
    }
    return identity;
  }

  /**
   * The same rules for comparing the control with itself: without those that say what the candidate
   * calls a thing.
   */
  public Rules ofControl() {
    Builder rules = new Builder();
    rules.mode(mode).exceptionMessages(exceptionMessages).arguments(arguments);
    for (Rule rule : all) {
      if (rule.sort != Rule.Sort.RENAME) {
        rules.stated.put(rule);
      }
    }
    return rules.build();
  }

  /** All rules; a rule's place in this list is its number. Unmodifiable. */
  List<Rule> all() {
    return all;
  }

  /**
   * The rules as lines of text, such as {@code tolerate /total within 0.005}; the first states the
   * mode. Equal rules give equal lines, so that a journal can tell where they changed.
   */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    lines.add("mode " + (mode == Mode.VALUE ? "value" : "exact"));
    all.forEach(rule -> lines.add(rule.line));
    if (exceptionMessages) {
      lines.add("exceptions by class, message and causes");
    }
    if (arguments) {
      lines.add("arguments after the call");
    }
    return lines;
  }

  /** The rules as a graph, which grows as it is walked; each differ has its own. */
  RuleGraph graph() {
    return new RuleGraph(all);
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

  /** Collects rules. Not thread-safe. Every method refuses what contradicts an earlier rule. */
  public static final class Builder {
    private final StatedRules stated = new StatedRules();
    private Mode mode = Mode.VALUE;
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
      return ignore(scopes(patterns));
    }

    /** What stands there is not compared, nor what stands below, nor whether it is there. */
    public Builder ignore(Scope... scopes) {
      return state(Rule.Sort.IGNORE, scopes);
    }

    /**
     * Numbers there may differ by at most {@code most}, the boundary included.
     *
     * @throws IllegalArgumentException when {@code most} is negative, or another tolerance has been
     *     stated for the same pattern
     */
    public Builder tolerateAbsolute(PathPattern pattern, BigDecimal most) {
      return tolerate(Scope.at(pattern), Tolerance.absolute(most));
    }

    /**
     * Numbers there may differ by at most {@code most} times the larger magnitude, included.
     *
     * @throws IllegalArgumentException when {@code most} is negative or not less than 1, or another
     *     tolerance has been stated for the same pattern
     */
    public Builder tolerateRelative(PathPattern pattern, BigDecimal most) {
      return tolerate(Scope.at(pattern), Tolerance.relative(most));
    }

    /**
     * Numbers, or dates and times, may lie apart there by as much as {@code most}, included.
     *
     * @throws IllegalArgumentException when another tolerance has been stated for the same scope
     */
    public Builder tolerate(Scope scope, Tolerance most) {
      return state(Rule.Sort.TOLERATE, scope, most);
    }

    /** Lists there are compared as multisets. */
    public Builder unordered(PathPattern... patterns) {
      return unordered(scopes(patterns));
    }

    /** Lists there are compared as multisets. */
    public Builder unordered(Scope... scopes) {
      return state(Rule.Sort.UNORDERED, scopes);
    }

    /**
     * Elements of the list there are paired by these parts.
     *
     * @throws IllegalArgumentException when another key has been stated for the same pattern
     */
    public Builder keyed(PathPattern list, String... parts) {
      return keyed(Scope.at(list), parts);
    }

    /**
     * Elements of lists and sets there are paired by these parts: those go together in which all of
     * them are equal.
     *
     * @throws IllegalArgumentException when another key has been stated for the same scope, or a
     *     part is no name
     */
    public Builder keyed(Scope lists, String... parts) {
      return state(Rule.Sort.KEYED, lists, KeyParts.of(lists, parts));
    }

    /**
     * What the control has at {@code control}, the candidate has at {@code candidate}.
     *
     * @throws IllegalArgumentException when the control's path has been renamed to another
     */
    public Builder rename(PathPattern control, PathPattern candidate) {
      return state(Rule.Sort.RENAME, Scope.at(control), Scope.at(candidate));
    }

    /**
     * Ids that each side generates stand there: texts, numbers or UUIDs, which pair one to one and
     * the same through a whole run; see {@link Differ#pairing}.
     *
     * @param namespace ids of different namespaces have nothing to do with each other
     * @throws IllegalArgumentException when another namespace has been stated for the same pattern,
     *     or it is no name
     */
    public Builder identity(PathPattern pattern, String namespace) {
      if (!namespace.matches("[^\\s/]+")) {
        throw new IllegalArgumentException(
            "identity " + Scope.at(pattern).shown() + ": a namespace is one word, such as order");
      }
      return state(Rule.Sort.IDENTITY, Scope.at(pattern), namespace);
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

    private static Scope[] scopes(PathPattern... patterns) {
      return Arrays.stream(patterns).map(Scope::at).toArray(Scope[]::new);
    }

    private Builder state(Rule.Sort sort, Scope... scopes) {
      for (Scope scope : scopes) {
        state(sort, scope, null);
      }
      return this;
    }

    private Builder state(Rule.Sort sort, Scope scope, @Nullable Object what) {
      stated.put(Rule.of(sort, scope, what));
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
