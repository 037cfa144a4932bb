package io.understudy.compare.rule;

import io.understudy.compare.ComparisonMode;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one call point: they define which values count as equal. Immutable, equal by
 * content; created by a {@link RulesBuilder}.
 *
 * <p>Paths have the control's names. Where several rules of one sort match a place, the closest one
 * applies: see {@link RuleScope}. An ignored place is not compared, whatever other rules match it.
 */
public final class Rules {
  private static final Rules NONE = builder().build();

  private final ComparisonMode mode;
  private final boolean arguments;

  /** In the order of their sorts; within a sort, in order of statement. */
  private final List<Rule> all;

  /** Creates rules from an unmodifiable list without contradictions; each rule has its number. */
  Rules(ComparisonMode mode, boolean arguments, List<Rule> all) {
    this.mode = mode;
    this.arguments = arguments;
    this.all = all;
  }

  /** Returns mode {@code VALUE} without rules. */
  public static Rules none() {
    return NONE;
  }

  /** Creates a builder with mode {@code VALUE} and no rule. */
  public static RulesBuilder builder() {
    return new RulesBuilder();
  }

  /** Whether the representation of values counts. */
  public ComparisonMode mode() {
    return mode;
  }

  /** Whether the arguments after the call are compared. */
  public boolean arguments() {
    return arguments;
  }

  /** Returns the namespaces of generated ids by their paths, in order of statement. */
  public Map<PathPattern, String> identity() {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    all.forEach(rule -> rule.addIdentity(identity));
    return identity;
  }

  /**
   * Returns the rules for a comparison of the control with itself: without renames, codes, rounding
   * and mapped exceptions, which describe the candidate. Places where only the candidate's text
   * counts are ignored.
   */
  public Rules ofControl() {
    RuleSet rules = new RuleSet();
    for (Rule each : all) {
      Rule rule = each.ofControl();
      if (rule != null) {
        rules.put(rule);
      }
    }
    // What is ignored now may have other rules, which then have no effect.
    return new Rules(
        mode, arguments, Collections.unmodifiableList(RenameRule.anchored(rules.inOrder())));
  }

  /** Returns the same rules, with the arguments compared as well. */
  public Rules comparingArguments() {
    return arguments ? this : new Rules(mode, true, all);
  }

  /** Returns all rules; a rule's place in this list is its number. Unmodifiable. */
  List<Rule> all() {
    return all;
  }

  /**
   * Returns the rules as lines of text, such as {@code tolerate /total within 0.005}; the first
   * line states the mode. Equal rules have equal lines, so that a journal shows where the rules
   * changed.
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
   * Returns the root of a new graph of these rules, which is built on demand; each differ has its
   * own. Null where no rule applies to places.
   */
  @Nullable
  public RuleNode root() {
    return RuleGraph.of(all).root();
  }

  /** Returns the rules for exceptions. */
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

  /** Returns the lines of {@link #describe()}, joined by semicolons. */
  @Override
  public String toString() {
    return String.join("; ", describe());
  }
}
