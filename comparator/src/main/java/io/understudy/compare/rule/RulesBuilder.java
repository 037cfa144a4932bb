package io.understudy.compare.rule;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.text.TextMask;
import io.understudy.compare.rule.text.TextPattern;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects rules. Not thread-safe. Every method throws {@code IllegalArgumentException} where its
 * rule has the sort and scope of an earlier rule, but another parameter.
 */
public final class RulesBuilder {
  private final RuleSet stated = new RuleSet();
  private ComparisonMode mode = ComparisonMode.VALUE;
  private boolean exceptionMessages;
  private boolean exceptionCauses;
  private boolean classNames;
  private boolean arguments;

  RulesBuilder() {}

  /** Sets whether the representation of values counts. */
  public RulesBuilder mode(ComparisonMode mode) {
    this.mode = mode;
    return this;
  }

  /** Ignores the values at these places and below. */
  public RulesBuilder ignore(PathPattern... patterns) {
    return ignore(scopes(patterns));
  }

  /** Ignores the values in these scopes and below, and whether they exist. */
  public RulesBuilder ignore(RuleScope... scopes) {
    return state(Rule.Sort.IGNORE, scopes);
  }

  /**
   * Ignores the values in a scope where one named side has no such part, null, or something empty.
   *
   * @throws IllegalArgumentException when there is no state, or the scope has other states
   */
  public RulesBuilder ignoreWhere(RuleScope scope, SideState... states) {
    return state(Rule.Sort.IGNORE_WHERE, scope, SideStates.of(scope, states));
  }

  /**
   * Compares only the values in these scopes and below. Everything else is ignored, but a place
   * that leads to such a value is there on both sides or on neither.
   */
  public RulesBuilder only(RuleScope... scopes) {
    return state(Rule.Sort.ONLY, scopes);
  }

  /**
   * Lets any two scalars of one sort be equal: two numbers, two texts, two dates of one kind. Null
   * equals only null.
   */
  public RulesBuilder anyValue(RuleScope... scopes) {
    return state(Rule.Sort.ANY_VALUE, scopes);
  }

  /**
   * Compares the candidate's text, or its number or other scalar as text, with a pattern that the
   * whole text must match; the control's value does not count. A pattern that takes too long makes
   * the place {@code OPAQUE}.
   */
  public RulesBuilder matches(RuleScope scope, Pattern pattern) {
    return state(Rule.Sort.MATCHES, scope, new TextPattern(pattern));
  }

  /** Compares texts that are decimal numbers as those numbers, also with numbers. */
  public RulesBuilder textAsNumber(RuleScope... scopes) {
    return state(Rule.Sort.TEXT_AS_NUMBER, scopes);
  }

  /**
   * Lets the names of parts of records and the keys of maps agree in any style: {@code order_id} is
   * {@code orderId}. Two parts of one object whose names become the same keep their own names.
   */
  public RulesBuilder similarNames(RuleScope... scopes) {
    return state(Rule.Sort.SIMILAR_NAMES, scopes);
  }

  /**
   * Lets numbers differ by at most {@code limit}, inclusive.
   *
   * @throws IllegalArgumentException when {@code limit} is negative, or the pattern has another
   *     tolerance
   */
  public RulesBuilder tolerateAbsolute(PathPattern pattern, BigDecimal limit) {
    return tolerate(RuleScope.at(pattern), Tolerance.absolute(limit));
  }

  /**
   * Lets numbers differ by at most {@code limit} times the larger magnitude, inclusive.
   *
   * @throws IllegalArgumentException when {@code limit} is negative or not less than 1, or the
   *     pattern has another tolerance
   */
  public RulesBuilder tolerateRelative(PathPattern pattern, BigDecimal limit) {
    return tolerate(RuleScope.at(pattern), Tolerance.relative(limit));
  }

  /**
   * Lets numbers, or dates and times, differ by at most {@code limit}, inclusive.
   *
   * @throws IllegalArgumentException when the scope has another tolerance
   */
  public RulesBuilder tolerate(RuleScope scope, Tolerance limit) {
    return state(Rule.Sort.TOLERATE, scope, limit);
  }

  /** Compares dates and points in time by the day that they mean in a time zone. */
  public RulesBuilder days(RuleScope scope, DayZone zone) {
    return state(Rule.Sort.DAYS, scope, zone);
  }

  /** Lists there are compared as multisets. */
  public RulesBuilder unordered(PathPattern... patterns) {
    return unordered(scopes(patterns));
  }

  /** Lists there are compared as multisets. */
  public RulesBuilder unordered(RuleScope... scopes) {
    return state(Rule.Sort.UNORDERED, scopes);
  }

  /** Compares lists and sets as sets: neither order nor the number of equal elements counts. */
  public RulesBuilder asSet(RuleScope... scopes) {
    return state(Rule.Sort.AS_SET, scopes);
  }

  /**
   * Pairs the elements of lists and sets by the values of these parts.
   *
   * @throws IllegalArgumentException when the pattern has another key, or a part is not a valid
   *     name
   */
  public RulesBuilder keyed(PathPattern list, String... parts) {
    return keyed(RuleScope.at(list), parts);
  }

  /**
   * Pairs the elements of lists and sets by these parts: two elements are a pair when all these
   * parts are equal.
   *
   * @throws IllegalArgumentException when the scope has another key, or a part is not a valid name
   */
  public RulesBuilder keyed(RuleScope lists, String... parts) {
    return state(Rule.Sort.KEYED, lists, KeyParts.of(lists, parts));
  }

  /**
   * Compares the control's value at {@code control} with the candidate's at {@code candidate}.
   *
   * @throws IllegalArgumentException when the control's path is renamed to another path already
   */
  public RulesBuilder rename(PathPattern control, PathPattern candidate) {
    return state(Rule.Sort.RENAME, RuleScope.at(control), RuleScope.at(candidate));
  }

  /**
   * Pairs ids that each side generates: texts, numbers or UUIDs. Each id of the control has one
   * counterpart; through a whole run, where comparisons share their pairs.
   *
   * @param namespace ids of different namespaces are independent
   * @throws IllegalArgumentException when the pattern has another namespace, or the namespace is
   *     not one word without slashes
   */
  public RulesBuilder identity(PathPattern pattern, String namespace) {
    if (!namespace.matches("[^\\s/]+")) {
      throw new IllegalArgumentException(
          "identity " + RuleScope.at(pattern).shown() + ": a namespace is one word, such as order");
    }
    return state(Rule.Sort.IDENTITY, RuleScope.at(pattern), namespace);
  }

  /** Lets a part of a record or map that one side does not have count as null. */
  public RulesBuilder absentIsNull(RuleScope... scopes) {
    return state(Rule.Sort.ABSENT_IS_NULL, scopes);
  }

  /** Lets null, an empty text, list, set, map and Optional count as the same. */
  public RulesBuilder nullIsEmpty(RuleScope... scopes) {
    return state(Rule.Sort.NULL_IS_EMPTY, scopes);
  }

  /**
   * Sets what does not count in texts.
   *
   * @throws IllegalArgumentException when there is no rule, when both normal forms are named, or
   *     when the scope has other text rules
   */
  public RulesBuilder text(RuleScope scope, TextRule... rules) {
    return state(Rule.Sort.TEXT, scope, TextNormalizer.of(scope, rules));
  }

  /**
   * Replaces each match of a pattern in texts by the same mark. Several patterns for one scope
   * apply one after the other. A pattern that takes too long makes the place {@code OPAQUE}.
   */
  public RulesBuilder mask(RuleScope scope, Pattern pattern) {
    return state(Rule.Sort.MASK, scope, new TextMask(pattern));
  }

  /**
   * Maps codes of the control to codes of the candidate: texts, names of enum constants, booleans,
   * or numbers by their text. A code that is not mapped stays as it is.
   *
   * @throws IllegalArgumentException when the map is empty, or the scope has other codes
   */
  public RulesBuilder codes(RuleScope scope, Map<String, String> controlToCandidate) {
    return state(Rule.Sort.CODES, scope, CodeMapping.of(scope, controlToCandidate));
  }

  /** Lets numbers be equal if one unrounded number explains both. */
  public RulesBuilder round(RuleScope scope, Rounding rounding) {
    return state(Rule.Sort.ROUND, scope, rounding);
  }

  /** Compares texts as the documents that they contain. */
  public RulesBuilder parse(RuleScope scope, TextFormat format) {
    return state(Rule.Sort.PARSE, scope, format);
  }

  /**
   * Lets a comparator decide alone whether two values are equal. It receives only values of JDK
   * classes: scalars, null, unmodifiable lists (also for arrays and sets) and maps (also for
   * records, by the names of their parts). Where it throws, the place is {@code OPAQUE}.
   *
   * @param name the comparator's name in the rule's line; one name must always stand for one
   *     comparator
   */
  public RulesBuilder comparator(
      RuleScope scope, String name, BiPredicate<Object, Object> comparator) {
    return state(Rule.Sort.COMPARATOR, scope, new UserComparator(name, comparator));
  }

  /** Lets a comparator decide alone, which a {@link ComparatorResolver} finds by its class name. */
  public RulesBuilder comparator(RuleScope scope, String className) {
    return state(Rule.Sort.COMPARATOR, scope, new UserComparator(className, null));
  }

  /** Sets whether records must have classes with the same simple name. */
  public RulesBuilder classNames(boolean compared) {
    classNames = compared;
    return this;
  }

  /**
   * Maps an exception class of the control, with its subclasses that have no closer rule, to the
   * only class that the candidate may throw for it.
   *
   * @throws IllegalArgumentException when both classes are the same, or the control's class is
   *     mapped to another
   */
  public RulesBuilder exceptionClass(String control, String candidate) {
    return state(Rule.Sort.EXCEPTION_CLASS, RuleScope.type(control), RuleScope.type(candidate));
  }

  /**
   * Lets the candidate throw any exception where the control throws one of these types.
   *
   * @throws IllegalArgumentException when the type is mapped to another class; {@link #build()}
   *     throws it where the scope is a path
   */
  public RulesBuilder anyExceptionClass(RuleScope... types) {
    for (RuleScope type : types) {
      state(Rule.Sort.EXCEPTION_CLASS, type, ExceptionDetailRule.ANY_CLASS);
    }
    return this;
  }

  /** Sets whether the messages of all exceptions must be equal. */
  public RulesBuilder exceptionMessages(boolean compared) {
    exceptionMessages = compared;
    return this;
  }

  /**
   * Sets whether the messages of exceptions of a type must be equal.
   *
   * @throws IllegalArgumentException when the type has another rule for messages; {@link #build()}
   *     throws it where the scope is a path
   */
  public RulesBuilder exceptionMessages(RuleScope type, boolean compared) {
    ExceptionDetailRule details =
        compared ? ExceptionDetailRule.COMPARED : ExceptionDetailRule.NOT_COMPARED;
    return state(Rule.Sort.EXCEPTION_MESSAGE, type, details);
  }

  /**
   * Demands that the messages of exceptions of a type are equal, except for the matches of a
   * pattern.
   *
   * @throws IllegalArgumentException when the type has another rule for messages; {@link #build()}
   *     throws it where the scope is a path
   */
  public RulesBuilder exceptionMessages(RuleScope type, Pattern mask) {
    return state(Rule.Sort.EXCEPTION_MESSAGE, type, ExceptionDetailRule.without(mask));
  }

  /** Sets whether the causes of all exceptions are compared, by the rules for exceptions. */
  public RulesBuilder exceptionCauses(boolean compared) {
    exceptionCauses = compared;
    return this;
  }

  /**
   * Sets whether the causes of exceptions of a type are compared.
   *
   * @throws IllegalArgumentException when the type has another rule for causes; {@link #build()}
   *     throws it where the scope is a path
   */
  public RulesBuilder exceptionCauses(RuleScope type, boolean compared) {
    return state(
        Rule.Sort.EXCEPTION_CAUSE,
        type,
        compared ? ExceptionDetailRule.COMPARED : ExceptionDetailRule.NOT_COMPARED);
  }

  /** Sets whether the arguments are compared as they are after the call. */
  public RulesBuilder arguments(boolean compared) {
    arguments = compared;
    return this;
  }

  /** Adds an existing rule. */
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
          Rule.of(
              Rule.Sort.EXCEPTION_MESSAGE, RuleScope.everywhere(), ExceptionDetailRule.COMPARED));
    }
    if (exceptionCauses) {
      all.put(
          Rule.of(Rule.Sort.EXCEPTION_CAUSE, RuleScope.everywhere(), ExceptionDetailRule.COMPARED));
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

  private RulesBuilder state(Rule.Sort sort, RuleScope scope, @Nullable Object parameter) {
    stated.put(Rule.of(sort, scope, parameter));
    return this;
  }

  /**
   * Returns the lines of the rules collected so far, as {@link Rules#describe()} has them, without
   * the mode. A rename may still need another one that is not stated yet.
   *
   * @throws IllegalArgumentException naming two rules that contradict each other
   */
  public List<String> lines() {
    List<Rule> all = stated();
    RuleContradictions.check(all);
    return all.stream().map(Rule::toString).collect(Collectors.toList());
  }

  /**
   * Returns the rules collected so far.
   *
   * @throws IllegalArgumentException naming two rules that contradict each other
   */
  public Rules build() {
    List<Rule> all = stated();
    RuleContradictions.check(all);
    return new Rules(mode, arguments, Collections.unmodifiableList(RenameRule.anchored(all)));
  }
}
