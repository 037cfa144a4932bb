package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule: its sort, its scope and its parameter. Immutable. */
public final class Rule {
  /** The sorts of rules, in the order in which rules are listed. */
  enum Sort {
    IGNORE("ignore", ""),
    IGNORE_WHERE("ignore-where", " "),
    ONLY("only", ""),
    TOLERATE("tolerate", " within "),
    DAYS("days", " in "),
    ANY_VALUE("any-value", ""),
    UNORDERED("unordered", ""),
    AS_SET("as-set", ""),
    KEYED("keyed", " by "),
    IDENTITY("identity", " of "),
    RENAME("rename", " to "),
    SIMILAR_NAMES("similar-names", ""),
    ABSENT_IS_NULL("absent-is-null", ""),
    NULL_IS_EMPTY("null-is-empty", ""),
    TEXT("text", " "),
    TEXT_AS_NUMBER("text-as-number", ""),
    MASK("mask", " matching "),
    CODES("codes", " "),
    ROUND("round", " to "),
    PARSE("parse", " as "),
    MATCHES("matches", " "),
    COMPARATOR("comparator", " by "),
    CLASS_NAMES("class names", ""),
    EXCEPTION_CLASS("exception class", " as "),
    EXCEPTION_MESSAGE("exception message", " "),
    EXCEPTION_CAUSE("exception cause", " ");

    private final String verb;
    private final String link;

    Sort(String verb, String link) {
      this.verb = verb;
      this.link = link;
    }
  }

  final Sort sort;
  final RuleScope scope;

  /** The rule's parameter, such as a {@link Tolerance}; null where the sort needs none. */
  final @Nullable Object parameter;

  /** The path pattern in the {@link RuleGraph}; for a rename, the path of its anchor. */
  final List<String> steps;

  /** The rule's place among all rules; hits are counted by it. */
  final int number;

  /** Whether the rule's effects are counted. */
  final boolean isCounted;

  /** The rule as text, such as {@code tolerate /total within 0.005}; it identifies the rule. */
  final String line;

  private Rule(
      Sort sort,
      RuleScope scope,
      @Nullable Object parameter,
      List<String> steps,
      int number,
      boolean isCounted,
      String line) {
    this.sort = sort;
    this.scope = scope;
    this.parameter = parameter;
    this.steps = steps;
    this.number = number;
    this.isCounted = isCounted;
    this.line = line;
  }

  static Rule of(Sort sort, RuleScope scope, @Nullable Object parameter) {
    return new Rule(sort, scope, parameter, scope.steps(), 0, true, line(sort, scope, parameter));
  }

  /** Returns the same rule with its place among all rules. */
  Rule withNumber(int place) {
    return new Rule(sort, scope, parameter, steps, place, true, line);
  }

  /** Returns the same rule at the anchor of a rename. */
  Rule withRename(RenameRule rename) {
    return new Rule(sort, scope, rename, rename.anchor, number, true, line);
  }

  /** Returns the same rule, whose effects are not counted. */
  Rule uncounted() {
    return new Rule(sort, scope, parameter, steps, number, false, line);
  }

  /** Whether the rule hides values from the comparison. */
  boolean hides() {
    return sort == Sort.IGNORE || sort == Sort.ONLY;
  }

  /** Returns the parameter of a rule that has one. */
  Object requiredParameter() {
    return Objects.requireNonNull(parameter);
  }

  /** Whether the rule applies to values at places, and not to exceptions. */
  boolean appliesToPlaces() {
    return sort.compareTo(Sort.EXCEPTION_CLASS) < 0;
  }

  /**
   * Whether the rule describes how the candidate differs, and says nothing about the control alone.
   */
  boolean describesCandidate() {
    return sort == Sort.RENAME
        || sort == Sort.CODES
        || sort == Sort.ROUND
        || (sort == Sort.EXCEPTION_CLASS && parameter instanceof RuleScope);
  }

  /** Returns the rule for a comparison of the control with itself; null for none. */
  @Nullable Rule ofControl() {
    if (sort == Sort.MATCHES) {
      // The control's value does not count.
      return new Rule(
          Sort.IGNORE, scope, null, steps, number, true, line(Sort.IGNORE, scope, null));
    }
    return describesCandidate() ? null : this;
  }

  /**
   * Whether the rule names its places by the last step of its path. A scope by type, everywhere, or
   * one that ends with any steps does not.
   */
  boolean namesItsPlaces() {
    return scope.path() != null && (steps.isEmpty() || !steps.get(steps.size() - 1).equals("**"));
  }

  /** Adds the path and the namespace of ids, if this is an identity rule. */
  void addIdentity(Map<PathPattern, String> identity) {
    if (sort == Sort.IDENTITY) {
      PathPattern path = scope.path();
      identity.put(path == null ? PathPattern.parse("/**") : path, String.valueOf(parameter));
    }
  }

  /** Returns the names of a key's parts; empty for another sort of rule. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Object name : parameter instanceof List ? (List<?>) parameter : Collections.emptyList()) {
      names.add(String.valueOf(name));
    }
    return names;
  }

  /**
   * Whether equality under this rule is not transitive, so that hashes cannot find equal values.
   */
  boolean isTolerant() {
    return sort == Sort.IDENTITY
        || sort == Sort.IGNORE_WHERE
        || sort == Sort.ONLY
        || sort == Sort.MATCHES
        || sort == Sort.ROUND
        || sort == Sort.COMPARATOR
        || sort == Sort.CODES
        || (sort == Sort.TOLERATE && !((Tolerance) requiredParameter()).isCanonical());
  }

  /** Whether equality under the rule is transitive, and does not depend on what is elsewhere. */
  boolean isTransitive() {
    switch (sort) {
      case IGNORE:
      case UNORDERED:
      case KEYED:
      case ABSENT_IS_NULL:
      case NULL_IS_EMPTY:
      case TEXT:
      case MASK:
      case CLASS_NAMES:
      case DAYS:
        return true;
      default:
        return sort == Sort.TOLERATE && !isTolerant();
    }
  }

  /** Whether the rule makes numbers, dates or times that are near to each other count as equal. */
  boolean isNearness() {
    return sort == Sort.ROUND || (sort == Sort.TOLERATE && isTolerant());
  }

  /** Whether equal scalars, or places, under the rule have a hash in common. */
  boolean isHashed() {
    return isTransitive() || isNearness() || sort == Sort.CODES || sort == Sort.COMPARATOR;
  }

  /** Returns a key that no two rules share: sort and scope, and the pattern of a mask. */
  String conflictKey() {
    return sort + " " + scope + (sort == Sort.MASK ? " " + parameter : "");
  }

  /** Whether this rule has the same parameter as another rule with the same key. */
  boolean hasSameParameter(Rule other) {
    return Objects.equals(parameter, other.parameter);
  }

  private static String line(Sort sort, RuleScope scope, @Nullable Object parameter) {
    String start = sort.verb + " " + scope.shown();
    return parameter == null ? start : start + sort.link + text(parameter);
  }

  private static String text(Object parameter) {
    if (parameter instanceof RuleScope) {
      return ((RuleScope) parameter).shown();
    }
    return parameter instanceof List ? joined((List<?>) parameter) : parameter.toString();
  }

  private static String joined(List<?> parts) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(out.length() == 0 ? "" : ", ").append(part);
    }
    return out.toString();
  }

  /** Whether this rule is closer to a place than another rule for the same place; by path. */
  boolean isCloserThan(Rule other) {
    return PathPattern.isCloser(steps, other.steps);
  }

  @Override
  public String toString() {
    return line;
  }
}
