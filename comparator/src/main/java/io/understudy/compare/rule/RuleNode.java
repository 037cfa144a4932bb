package io.understudy.compare.rule;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.text.PartNames;
import io.understudy.compare.rule.text.TextPattern;
import io.understudy.value.shape.Shape;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules that apply at one place, and the way to the nodes of its parts. Created by the {@link
 * RuleGraph}. Thread-safe.
 */
public final class RuleNode {
  private static final Object NOWHERE = new Object();
  private static final List<String> NO_KEYS = Collections.emptyList();

  /** Whether values here are not compared. */
  public final boolean ignored;

  /** The rule by which only some places below are compared, and no scalar here; null for none. */
  public final @Nullable Rule limiting;

  /** The rule by which this place is compared, where only some places are; null for none. */
  public final @Nullable Rule only;

  /** The rule by which values here are not compared for what one side has; null for none. */
  public final @Nullable Rule ignoringWhere;

  /** The rule with the pattern that the candidate's text must match; null for none. */
  public final @Nullable Rule matching;

  /** The rule by which the style of the names of parts does not count; null for none. */
  public final @Nullable Rule similarNames;

  /**
   * Whether values here may be equal that have nothing in common, so that a loose hash of them, or
   * of nothing, is 0.
   */
  public final boolean unhashable;

  /** The rule that ignores values here; null where they are compared. */
  public final @Nullable Rule ignoring;

  /** The rules for scalars here; null for none. */
  private final @Nullable ScalarRules values;

  /** The rule by which elements of a list here are paired; null where their order counts. */
  public final @Nullable Rule pairing;

  /** The namespace of the id here; null for none. */
  public final @Nullable String identity;

  /** Whether ids may stand here or below. */
  public final boolean identifies;

  /** Whether a list here is compared as a multiset, or as a set. */
  public final boolean unordered;

  /** Whether a list here is compared as a set: duplicates do not count. */
  public final boolean asSet;

  /** The parts by which elements of a list here are paired; empty for none. */
  public final List<String> keys;

  /** The renames that are anchored here. */
  public final List<RenameRule> renames;

  /** The rule with the comparator that decides alone here; null for none. */
  public final @Nullable Rule comparator;

  /** The rule by which a text here holds a document; null for none. */
  public final @Nullable Rule parse;

  /** The rule by which empty values here count as null; null for none. */
  public final @Nullable Rule nullIsEmpty;

  /** The rule by which an absent value here counts as null; null for none. */
  public final @Nullable Rule absentIsNull;

  /** The rule by which absent parts of an object here count as null; null for none. */
  public final @Nullable Rule absentParts;

  /** The rule by which records here must have classes of the same simple name; null for none. */
  public final @Nullable Rule classNames;

  /** Whether a rule must be checked even where both values are the same. */
  public final boolean isSpecial;

  /** Whether a rule here or below makes equality not transitive. */
  public final boolean tolerant;

  /** How the rules here relate to equality that is transitive. */
  public final Transitivity transitivity;

  /** Whether a rule names an element by its index. */
  public final boolean indexed;

  /** The rules by type; null where there are none. */
  public final @Nullable TypeRules types;

  private final RuleGraph graph;
  private final BitSet positions;
  private final List<Rule> here;
  private final List<Rule> ahead;

  /** The node of the same place without rules by type; this node where it has none. */
  private final RuleNode base;

  /** The nodes, or {@link #NOWHERE}, of steps that some rule names; filled on demand. */
  private final Map<String, Object> named = new ConcurrentHashMap<>();

  private final Map<TypeRules.Match, Map<TypeRules.Match, RuleNode>> byType =
      new ConcurrentHashMap<>();

  /** The steps that rules name here or below. */
  private final RuleSteps steps;

  private volatile @Nullable Object elsewhere;

  RuleNode(
      RuleGraph graph,
      BitSet positions,
      List<Rule> here,
      List<Rule> ahead,
      @Nullable TypeRules types) {
    this(graph, positions, here, ahead, types, Collections.emptyList(), null);
  }

  private RuleNode(
      RuleGraph graph,
      BitSet positions,
      List<Rule> here,
      List<Rule> ahead,
      @Nullable TypeRules types,
      List<String> of,
      @Nullable RuleNode base) {
    this.graph = graph;
    this.positions = positions;
    this.here = here;
    this.ahead = ahead;
    this.types = types;
    this.base = base == null ? this : base;
    RulePrecedence closest = new RulePrecedence(here, of);
    this.only = closest.of(Rule.Sort.ONLY);
    boolean excluded = graph.limited && positions.isEmpty();
    this.limiting = graph.limited && !excluded ? graph.limit() : null;
    Rule ignore = closest.of(Rule.Sort.IGNORE);
    this.ignoring = excluded ? graph.limit() : ignore;
    this.ignored = ignoring != null;
    this.ignoringWhere = closest.of(Rule.Sort.IGNORE_WHERE);
    // A rule that decides alone would decide on more than the places that are compared.
    this.matching = limiting == null ? closest.ofValues(Rule.Sort.MATCHES) : null;
    this.similarNames = closest.of(Rule.Sort.SIMILAR_NAMES);
    this.values = ScalarRules.among(closest);
    this.pairing = closest.of(Rule.Sort.UNORDERED, Rule.Sort.KEYED, Rule.Sort.AS_SET);
    Rule id = limiting == null ? closest.of(Rule.Sort.IDENTITY) : null;
    this.identity = id == null ? null : (String) id.parameter;
    this.identifies = ahead.stream().anyMatch(rule -> rule.sort == Rule.Sort.IDENTITY);
    this.asSet = pairing != null && pairing.sort == Rule.Sort.AS_SET;
    this.unordered = asSet || (pairing != null && pairing.sort == Rule.Sort.UNORDERED);
    this.keys = pairing == null ? NO_KEYS : pairing.names();
    this.comparator = limiting == null ? closest.of(Rule.Sort.COMPARATOR) : null;
    this.parse = closest.of(Rule.Sort.PARSE);
    this.nullIsEmpty = closest.of(Rule.Sort.NULL_IS_EMPTY);
    this.absentIsNull = closest.byPlace(Rule.Sort.ABSENT_IS_NULL);
    this.absentParts = closest.byType(Rule.Sort.ABSENT_IS_NULL);
    this.classNames = limiting == null ? closest.of(Rule.Sort.CLASS_NAMES) : null;
    boolean mapsCodes = values != null && values.hasCodes();
    this.unhashable = ignoringWhere != null || matching != null || comparator != null;
    this.isSpecial =
        ignored
            || limiting != null
            || only != null
            || ignoringWhere != null
            || matching != null
            || comparator != null
            || parse != null
            || nullIsEmpty != null
            || identity != null
            || mapsCodes;
    this.renames = RenameRule.closest(here);
    this.tolerant = types != null || ahead.stream().anyMatch(Rule::isTolerant);
    this.transitivity = new Transitivity(here, limiting != null);
    this.steps = new RuleSteps(ahead, similarNames != null);
    this.indexed = steps.hasIndex();
  }

  /** Returns the node with the rules for the types of two objects; null for an absent object. */
  public RuleNode at(@Nullable Object control, @Nullable Object candidate) {
    return types == null ? this : base.of(types.of(control), types.of(candidate));
  }

  private RuleNode of(TypeRules.Match control, TypeRules.Match candidate) {
    if (control.types.isEmpty() && candidate.types.isEmpty()) {
      return this;
    }
    return byType
        .computeIfAbsent(control, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            candidate, each -> typed(Objects.requireNonNull(types).joined(control, candidate)));
  }

  private RuleNode typed(List<String> of) {
    RuleNode typed = new RuleNode(graph, positions, here, ahead, types, of, this);
    RuleNode whole =
        typed.limiting != null && typed.only != null ? graph.withoutLimits(positions) : null;
    return whole == null ? typed : whole.typed(of);
  }

  /** Returns the node with the rules for the same place inside a document that was parsed. */
  public RuleNode inDocument() {
    RuleNode inside = base.positions.isEmpty() ? null : graph.inDocument(positions);
    return inside == null ? base : inside;
  }

  /** Whether values here are not compared for what one side has; counts the rule. */
  public boolean ignoresWhere(@Nullable Object control, @Nullable Object candidate, RuleHits hits) {
    boolean covered =
        ignoringWhere != null
            && ((SideStates) ignoringWhere.requiredParameter()).cover(control, candidate, this);
    hits.count(covered ? ignoringWhere : null);
    return covered;
  }

  /** Whether a part that one side does not have here is not compared; counts the rule. */
  public boolean ignoresAbsent(boolean byControl, RuleHits hits) {
    boolean covered =
        ignoringWhere != null
            && ((SideStates) ignoringWhere.requiredParameter()).coverAbsent(byControl);
    hits.count(covered ? ignoringWhere : null);
    return covered;
  }

  /**
   * Whether the candidate's value matches the pattern of this node, which must have one: a scalar
   * by its text.
   *
   * @throws BoundedText.LimitExceeded when the pattern reads too much of a text
   */
  public boolean isMatch(@Nullable Object candidate) {
    String text = ScalarRules.textOf(candidate);
    TextPattern pattern = (TextPattern) Objects.requireNonNull(matching).requiredParameter();
    return text != null && pattern.matches(text);
  }

  /** Returns the form in which the name of a part is compared here. */
  public String partName(String name) {
    return similarNames == null ? name : PartNames.canonical(name);
  }

  /**
   * Returns the form in which a key of a map here is compared. Rules for texts and codes at the map
   * apply to its keys, and so do rules for the type of the key.
   */
  @Nullable
  public Object key(@Nullable Object key, boolean ofCandidate, ComparisonMode mode) {
    ScalarRules rules = types == null ? values : at(key, null).values;
    Object form = rules == null ? key : rules.key(key, ofCandidate, mode);
    return similarNames != null && form instanceof String ? partName((String) form) : form;
  }

  /** Returns the tolerance for numbers here, if no other rule can apply to them; otherwise null. */
  @Nullable
  public Tolerance toleranceAlone() {
    return types != null || isSpecial || values == null ? null : values.toleranceAlone();
  }

  /** Counts the rules that make two keys of a map here equal. */
  public void countKeyRules(@Nullable Object control, @Nullable Object candidate, RuleHits hits) {
    ScalarRules rules = types == null ? values : at(control, candidate).values;
    if (hits.isCounting() && control != null && candidate != null) {
      if (rules != null) {
        rules.countKeyRules(control, candidate, hits);
      }
      if (similarNames != null && !control.equals(candidate) && control instanceof String) {
        hits.count(similarNames);
      }
    }
  }

  /**
   * Returns the kind of difference between two scalars here; null when they are equal.
   *
   * @throws BoundedText.LimitExceeded when a mask reads too much of a text
   */
  @Nullable
  public DifferenceKind difference(
      Shape cs, Object control, Shape ds, Object candidate, ComparisonMode mode, RuleHits hits) {
    return values == null
        ? ScalarComparison.difference(cs, control, ds, candidate, mode)
        : values.difference(cs, control, ds, candidate, mode, hits);
  }

  /**
   * Returns a hash that equal scalars share here. A loose hash is shared by all scalars that may be
   * equal under a tolerance.
   */
  public long hash(Shape shape, Object scalar, boolean ofCandidate, boolean loose) {
    return values == null
        ? ScalarComparison.hash(shape, scalar)
        : values.hash(shape, scalar, ofCandidate, loose);
  }

  /** Returns a text here without the characters that do not count. */
  String clean(String text) {
    return values == null ? text : values.clean(text);
  }

  /**
   * Compares two objects with the comparator of this node, which must have one.
   *
   * @return null when they are equal, "" when they differ, otherwise the reason why the comparator
   *     failed
   */
  @Nullable
  public String comparatorDifference(
      @Nullable Object control, @Nullable Object candidate, ComparatorResolver resolver) {
    Rule rule = Objects.requireNonNull(comparator);
    return ((UserComparator) rule.requiredParameter()).difference(control, candidate, resolver);
  }

  /** Returns the format of documents in texts here; null where texts are compared as texts. */
  @Nullable
  public TextFormat format() {
    return parse == null ? null : (TextFormat) parse.requiredParameter();
  }

  /** Whether a rule may apply to the keys of a map here. */
  public boolean appliesToKeys() {
    return types != null || similarNames != null || (values != null && values.appliesToKeys());
  }

  /** Returns the node of the part, element or value at {@code step}; null for no rule. */
  @Nullable
  public RuleNode child(String step) {
    String key = steps.key(step);
    if (key == null) {
      return element();
    }
    Object next = base.named.get(key);
    if (next == null) {
      RuleNode created = graph.next(positions, steps.stated(step));
      next = created == null ? NOWHERE : created;
      base.named.put(key, next);
    }
    return next == NOWHERE ? null : (RuleNode) next;
  }

  /**
   * Returns the node of all arguments, which are below the root only in paths; null for no rule.
   */
  public @Nullable RuleNode arguments() {
    return graph.arguments();
  }

  /** Returns the node of an element whose index no rule names; null for no rule. */
  @Nullable
  public RuleNode element() {
    Object next = base.elsewhere;
    if (next == null) {
      RuleNode created = graph.next(positions, null);
      next = created == null ? NOWHERE : created;
      base.elsewhere = next;
    }
    return next == NOWHERE ? null : (RuleNode) next;
  }

  /** Returns the node of {@code step} below {@code node}; null for no rule. */
  public static @Nullable RuleNode below(@Nullable RuleNode node, String step) {
    return node == null ? null : node.child(step);
  }

  /** Whether {@code node} ignores its place; false for null. */
  public static boolean ignores(@Nullable RuleNode node) {
    return node != null && node.ignored;
  }
}
