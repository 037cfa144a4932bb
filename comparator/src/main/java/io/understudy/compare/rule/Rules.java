package io.understudy.compare.rule;

import io.understudy.compare.ComparisonMode;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts as equal for one call point. Immutable, equal by content; made by a {@link
 * RulesBuilder}.
 *
 * <p>Paths are the control's. Where several rules of one sort hold for the same place the closest
 * one counts: see {@link RuleScope}. What is ignored is not compared, whatever else is said of it.
 */
public final class Rules {
  private static final Rules NONE = builder().build();

  private final ComparisonMode mode;
  private final boolean arguments;

  /** In order of their sorts; within a sort in order of statement. */
  private final List<Rule> all;

  /** States rules that do not contradict each other, with their numbers; an unmodifiable list. */
  Rules(ComparisonMode mode, boolean arguments, List<Rule> all) {
    this.mode = mode;
    this.arguments = arguments;
    this.all = all;
  }

  /** Mode {@code VALUE} and no rule. */
  public static Rules none() {
    return NONE;
  }

  /** Starts with mode {@code VALUE} and no rule. */
  public static RulesBuilder builder() {
    return new RulesBuilder();
  }

  /** How much of a value's representation counts. */
  public ComparisonMode mode() {
    return mode;
  }

  /** Whether arguments are compared as they stood after the call. */
  public boolean arguments() {
    return arguments;
  }

  /** Where generated ids stand, and of which namespace; in order of statement. */
  public Map<PathPattern, String> identity() {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    all.forEach(rule -> rule.addIdentity(identity));
    return identity;
  }

  /**
   * The same rules for comparing the control with itself: without those that say what the candidate
   * calls a thing.
   */
  public Rules ofControl() {
    RulesBuilder rules = new RulesBuilder();
    rules.mode(mode).arguments(arguments);
    for (Rule rule : all) {
      if (!rule.describesCandidate()) {
        rules.put(rule);
      }
    }
    return rules.build();
  }

  /** The same rules, by which arguments are compared as well. */
  public Rules comparingArguments() {
    return arguments ? this : new Rules(mode, true, all);
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
    lines.add("mode " + (mode == ComparisonMode.VALUE ? "value" : "exact"));
    all.forEach(rule -> lines.add(rule.line));
    if (arguments) {
      lines.add("arguments after the call");
    }
    return lines;
  }

  /**
   * The root of a new graph of these rules, which grows where data leads; each differ has its own.
   * Null where no rule is about what stands at places.
   */
  @Nullable
  public RuleNode root() {
    return new RuleGraph(all).root();
  }

  /** The rules about exceptions. */
  public ExceptionRules exceptions() {
    return new ExceptionRules(all);
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
}
