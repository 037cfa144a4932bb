package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule: of which sort, where it holds, and what it says. Immutable. */
public final class Rule {
  /** What a rule says of the places where it holds. */
  enum Sort {
    IGNORE("ignore", ""),
    TOLERATE("tolerate", " within "),
    UNORDERED("unordered", ""),
    KEYED("keyed", " by "),
    IDENTITY("identity", " of "),
    RENAME("rename", " to "),
    ABSENT_IS_NULL("absent-is-null", ""),
    NULL_IS_EMPTY("null-is-empty", ""),
    TEXT("text", " "),
    MASK("mask", " matching "),
    CODES("codes", " "),
    ROUND("round", " to "),
    PARSE("parse", " as "),
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

  /** What the sort needs to know: a {@link Tolerance}, say; null where the sort says all. */
  final @Nullable Object what;

  /** The steps by which the {@link RuleGraph} leads here. */
  final List<String> steps;

  /** Its place among all rules, by which hits are counted. */
  final int number;

  /** The rule's name everywhere, such as {@code tolerate /total within 0.005}. */
  final String line;

  private Rule(
      Sort sort,
      RuleScope scope,
      @Nullable Object what,
      List<String> steps,
      int number,
      String line) {
    this.sort = sort;
    this.scope = scope;
    this.what = what;
    this.steps = steps;
    this.number = number;
    this.line = line;
  }

  static Rule of(Sort sort, RuleScope scope, @Nullable Object what) {
    return new Rule(sort, scope, what, scope.steps(), 0, line(sort, scope, what));
  }

  /** The same rule as one of many. */
  Rule withNumber(int place) {
    return new Rule(sort, scope, what, steps, place, line);
  }

  /** The same rule, which holds from its anchor on. */
  Rule withRename(RenameRule rename) {
    return new Rule(sort, scope, rename, rename.anchor, number, line);
  }

  /** What the sort needs to know, which is there. */
  Object what() {
    return Objects.requireNonNull(what);
  }

  /** Whether this is about what stands at places, rather than about exceptions. */
  boolean appliesToPlaces() {
    return sort.compareTo(Sort.EXCEPTION_CLASS) < 0;
  }

  /** Whether this says how the candidate differs, and nothing of the control itself. */
  boolean describesCandidate() {
    return sort == Sort.RENAME
        || sort == Sort.CODES
        || sort == Sort.ROUND
        || sort == Sort.EXCEPTION_CLASS;
  }

  /** Adds where ids stand and of which namespace, if this says so. */
  void addIdentity(Map<PathPattern, String> identity) {
    if (sort == Sort.IDENTITY) {
      PathPattern path = scope.path();
      identity.put(path == null ? PathPattern.parse("/**") : path, String.valueOf(what));
    }
  }

  /** The names of a key's parts. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Object name : what instanceof List ? (List<?>) what : Collections.emptyList()) {
      names.add(String.valueOf(name));
    }
    return names;
  }

  /** Whether two may pass for a third and not for each other, which only trials tell. */
  boolean isTolerant() {
    return sort == Sort.IDENTITY
        || sort == Sort.ROUND
        || sort == Sort.COMPARATOR
        || sort == Sort.CODES
        || (sort == Sort.TOLERATE && !((Tolerance) what()).isCanonical());
  }

  /** What no two rules may share: sort and scope, and what may be stated more than once. */
  String conflictKey() {
    return sort + " " + scope + (sort == Sort.MASK ? " " + what : "");
  }

  /** Whether this says the same as another rule for the same place. */
  boolean hasSameParameter(Rule other) {
    return Objects.equals(what, other.what);
  }

  private static String line(Sort sort, RuleScope scope, @Nullable Object what) {
    String start = sort.verb + " " + scope.shown();
    if (what == null) {
      return start;
    }
    return start + sort.link + (what instanceof List ? joined((List<?>) what) : what);
  }

  private static String joined(List<?> parts) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(out.length() == 0 ? "" : ", ").append(part);
    }
    return out.toString();
  }

  /**
   * Whether this rule is closer to one place than another rule for the same place, neither of them
   * by type: at the first step in which they differ, a name comes before {@code *}, the end of the
   * path before {@code **}; so everywhere comes last.
   */
  boolean isCloserThan(Rule other) {
    for (int i = 0; i <= Math.min(steps.size(), other.steps.size()); i++) {
      int mine = looseness(steps, i);
      int theirs = looseness(other.steps, i);
      if (mine != theirs) {
        return mine < theirs;
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

  @Override
  public String toString() {
    return line;
  }
}
