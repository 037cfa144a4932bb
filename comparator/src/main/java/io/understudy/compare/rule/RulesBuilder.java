package io.understudy.compare.rule;

import io.understudy.compare.ComparisonMode;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects rules. Not thread-safe. Every method refuses what contradicts an earlier rule. */
public final class RulesBuilder {
  private final RuleSet stated = new RuleSet();
  private ComparisonMode mode = ComparisonMode.VALUE;
  private boolean exceptionMessages;
  private boolean exceptionCauses;
  private boolean classNames;
  private boolean arguments;

  RulesBuilder() {}

  /** How much of a value's representation counts. */
  public RulesBuilder mode(ComparisonMode mode) {
    this.mode = mode;
    return this;
  }

  /** What these cover is not compared, nor what stands below. */
  public RulesBuilder ignore(PathPattern... patterns) {
    return ignore(scopes(patterns));
  }

  /** What stands there is not compared, nor what stands below, nor whether it is there. */
  public RulesBuilder ignore(RuleScope... scopes) {
    return state(Rule.Sort.IGNORE, scopes);
  }

  /**
   * Numbers there may differ by at most {@code most}, the boundary included.
   *
   * @throws IllegalArgumentException when {@code most} is negative, or another tolerance has been
   *     stated for the same pattern
   */
  public RulesBuilder tolerateAbsolute(PathPattern pattern, BigDecimal most) {
    return tolerate(RuleScope.at(pattern), Tolerance.absolute(most));
  }

  /**
   * Numbers there may differ by at most {@code most} times the larger magnitude, included.
   *
   * @throws IllegalArgumentException when {@code most} is negative or not less than 1, or another
   *     tolerance has been stated for the same pattern
   */
  public RulesBuilder tolerateRelative(PathPattern pattern, BigDecimal most) {
    return tolerate(RuleScope.at(pattern), Tolerance.relative(most));
  }

  /**
   * Numbers, or dates and times, may lie apart there by as much as {@code most}, included.
   *
   * @throws IllegalArgumentException when another tolerance has been stated for the same scope
   */
  public RulesBuilder tolerate(RuleScope scope, Tolerance most) {
    return state(Rule.Sort.TOLERATE, scope, most);
  }

  /** Lists there are compared as multisets. */
  public RulesBuilder unordered(PathPattern... patterns) {
    return unordered(scopes(patterns));
  }

  /** Lists there are compared as multisets. */
  public RulesBuilder unordered(RuleScope... scopes) {
    return state(Rule.Sort.UNORDERED, scopes);
  }

  /**
   * Elements of the list there are paired by these parts.
   *
   * @throws IllegalArgumentException when another key has been stated for the same pattern
   */
  public RulesBuilder keyed(PathPattern list, String... parts) {
    return keyed(RuleScope.at(list), parts);
  }

  /**
   * Elements of lists and sets there are paired by these parts: those go together in which all of
   * them are equal.
   *
   * @throws IllegalArgumentException when another key has been stated for the same scope, or a part
   *     is no name
   */
  public RulesBuilder keyed(RuleScope lists, String... parts) {
    return state(Rule.Sort.KEYED, lists, KeyParts.of(lists, parts));
  }

  /**
   * What the control has at {@code control}, the candidate has at {@code candidate}.
   *
   * @throws IllegalArgumentException when the control's path has been renamed to another
   */
  public RulesBuilder rename(PathPattern control, PathPattern candidate) {
    return state(Rule.Sort.RENAME, RuleScope.at(control), RuleScope.at(candidate));
  }

  /**
   * Ids that each side generates stand there: texts, numbers or UUIDs, which pair one to one and
   * the same through a whole run where comparisons share their pairs.
   *
   * @param namespace ids of different namespaces have nothing to do with each other
   * @throws IllegalArgumentException when another namespace has been stated for the same pattern,
   *     or it is no name
   */
  public RulesBuilder identity(PathPattern pattern, String namespace) {
    if (!namespace.matches("[^\\s/]+")) {
      throw new IllegalArgumentException(
          "identity " + RuleScope.at(pattern).shown() + ": a namespace is one word, such as order");
    }
    return state(Rule.Sort.IDENTITY, RuleScope.at(pattern), namespace);
  }

  /** A part of a record or map that one side has not counts there as null. */
  public RulesBuilder absentIsNull(RuleScope... scopes) {
    return state(Rule.Sort.ABSENT_IS_NULL, scopes);
  }

  /** Null, an empty text, list, set, map and Optional count there as the same. */
  public RulesBuilder nullIsEmpty(RuleScope... scopes) {
    return state(Rule.Sort.NULL_IS_EMPTY, scopes);
  }

  /**
   * What does not count in texts there.
   *
   * @throws IllegalArgumentException when nothing is named, or both normal forms are, or the scope
   *     has other text rules
   */
  public RulesBuilder text(RuleScope scope, TextRule... rules) {
    return state(Rule.Sort.TEXT, scope, TextNormalizer.of(scope, rules));
  }

  /**
   * What the pattern matches in texts there counts as one and the same mark. Several patterns for
   * one scope are applied one after the other. A pattern that takes too long makes the place {@code
   * OPAQUE}.
   */
  public RulesBuilder mask(RuleScope scope, Pattern pattern) {
    return state(Rule.Sort.MASK, scope, new TextMask(pattern));
  }

  /**
   * Codes of the control there, and what the candidate has for each: texts, names of enum
   * constants, booleans, or numbers by their text. A code that is not mapped stays as it is.
   *
   * @throws IllegalArgumentException when there is none, or the scope has other codes
   */
  public RulesBuilder codes(RuleScope scope, Map<String, String> controlToCandidate) {
    return state(Rule.Sort.CODES, scope, CodeMapping.of(scope, controlToCandidate));
  }

  /** Numbers there are equal if one unrounded number explains both. */
  public RulesBuilder round(RuleScope scope, Rounding rounding) {
    return state(Rule.Sort.ROUND, scope, rounding);
  }

  /** Texts there are compared as the documents that they hold. */
  public RulesBuilder parse(RuleScope scope, TextFormat format) {
    return state(Rule.Sort.PARSE, scope, format);
  }

  /**
   * What stands there is equal if {@code comparator} says so, and only then. It is shown values of
   * the JDK alone: scalars, null, unmodifiable lists (for arrays and sets too) and maps (for
   * records too, by their parts' names). What it throws makes the place {@code OPAQUE}.
   *
   * @param name how the rule is called; the same name stands for the same comparator
   */
  public RulesBuilder comparator(
      RuleScope scope, String name, BiPredicate<Object, Object> comparator) {
    return state(Rule.Sort.COMPARATOR, scope, new UserComparator(name, comparator));
  }

  /** The same with a class that a {@link ComparatorResolver} finds. */
  public RulesBuilder comparator(RuleScope scope, String className) {
    return state(Rule.Sort.COMPARATOR, scope, new UserComparator(className, null));
  }

  /** Whether records must be of classes with the same simple name. */
  public RulesBuilder classNames(boolean compared) {
    classNames = compared;
    return this;
  }

  /**
   * What the control throws as {@code control}, or as a subclass of which nothing closer is said,
   * the candidate throws as {@code candidate} and as nothing else.
   *
   * @throws IllegalArgumentException when it is the same class, or the control's is mapped to
   *     another
   */
  public RulesBuilder exceptionClass(String control, String candidate) {
    return state(Rule.Sort.EXCEPTION_CLASS, RuleScope.type(control), RuleScope.type(candidate));
  }

  /** Whether exceptions must agree in their messages too. */
  public RulesBuilder exceptionMessages(boolean compared) {
    exceptionMessages = compared;
    return this;
  }

  /**
   * Whether exceptions of a type must agree in their messages.
   *
   * @throws IllegalArgumentException when the scope is a path, or was said otherwise
   */
  public RulesBuilder exceptionMessages(RuleScope type, boolean compared) {
    ExceptionDetailRule asked = compared ? ExceptionDetailRule.FULLY : ExceptionDetailRule.NOT;
    return state(Rule.Sort.EXCEPTION_MESSAGE, type, asked);
  }

  /**
   * Exceptions of a type must agree in their messages, but for what the pattern matches.
   *
   * @throws IllegalArgumentException when the scope is a path, or was said otherwise
   */
  public RulesBuilder exceptionMessages(RuleScope type, Pattern mask) {
    return state(Rule.Sort.EXCEPTION_MESSAGE, type, ExceptionDetailRule.without(mask));
  }

  /** Whether the causes of exceptions must agree, each as its exception must. */
  public RulesBuilder exceptionCauses(boolean compared) {
    exceptionCauses = compared;
    return this;
  }

  /**
   * Whether the causes of exceptions of a type must agree.
   *
   * @throws IllegalArgumentException when the scope is a path, or was said otherwise
   */
  public RulesBuilder exceptionCauses(RuleScope type, boolean compared) {
    return state(
        Rule.Sort.EXCEPTION_CAUSE,
        type,
        compared ? ExceptionDetailRule.FULLY : ExceptionDetailRule.NOT);
  }

  /** Whether the arguments are compared as they stand after the call. */
  public RulesBuilder arguments(boolean compared) {
    arguments = compared;
    return this;
  }

  /** Adds a rule that is complete. */
  void put(Rule rule) {
    stated.put(rule);
  }

  private List<Rule> stated() {
    RuleSet all = stated.copy();
    if (classNames) {
      all.put(Rule.of(Rule.Sort.CLASS_NAMES, RuleScope.everywhere(), null));
    }
    if (exceptionMessages) {
      all.put(
          Rule.of(Rule.Sort.EXCEPTION_MESSAGE, RuleScope.everywhere(), ExceptionDetailRule.FULLY));
    }
    if (exceptionCauses) {
      all.put(
          Rule.of(Rule.Sort.EXCEPTION_CAUSE, RuleScope.everywhere(), ExceptionDetailRule.FULLY));
    }
    return all.inOrder();
  }

  private static RuleScope[] scopes(PathPattern... patterns) {
    return Arrays.stream(patterns).map(RuleScope::at).toArray(RuleScope[]::new);
  }

  private RulesBuilder state(Rule.Sort sort, RuleScope... scopes) {
    for (RuleScope scope : scopes) {
      state(sort, scope, null);
    }
    return this;
  }

  private RulesBuilder state(Rule.Sort sort, RuleScope scope, @Nullable Object what) {
    stated.put(Rule.of(sort, scope, what));
    return this;
  }

  /**
   * The rules collected so far.
   *
   * @throws IllegalArgumentException when two rules contradict each other, saying which
   */
  public Rules build() {
    List<Rule> all = stated();
    RuleContradictions.refuse(all);
    return new Rules(mode, arguments, Collections.unmodifiableList(RenameRule.anchored(all)));
  }
}
