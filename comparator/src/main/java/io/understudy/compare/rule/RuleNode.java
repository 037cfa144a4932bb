package io.understudy.compare.rule;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one place, and where they go from there. Made by the {@link RuleGraph};
 * thread-safe.
 */
public final class RuleNode {
  private static final Object NOWHERE = new Object();
  private static final List<String> NO_KEYS = Collections.emptyList();

  /** Nothing here is compared. */
  public final boolean ignored;

  /** The rule that says so; null where it is compared. */
  public final @Nullable Rule ignoring;

  /** What holds for scalars here; null for nothing. */
  private final @Nullable ScalarRules values;

  /** The rule by which elements of a list here are paired; null where their order counts. */
  public final @Nullable Rule pairing;

  /** The namespace of the id here; null for none. */
  public final @Nullable String identity;

  /** Whether ids may stand here or below. */
  public final boolean identifies;

  /** A list here is compared as a multiset. */
  public final boolean unordered;

  /** The parts by which elements of a list here are paired; empty for none. */
  public final List<String> keys;

  /** The renames that are anchored here. */
  public final List<RenameRule> renames;

  /** What compares a pair here alone; null for none. */
  public final @Nullable Rule comparator;

  /** In which format a text here holds a document; null for none. */
  public final @Nullable Rule parse;

  /** What is empty here counts as null; null where it does not. */
  public final @Nullable Rule nullIsEmpty;

  /** What is absent here counts as null; null where it does not. */
  public final @Nullable Rule absentIsNull;

  /** Parts of an object here that are absent count as null; null where they do not. */
  public final @Nullable Rule absentParts;

  /** Records here must be of classes of one simple name; null where they need not. */
  public final @Nullable Rule classNames;

  /** Whether something is to be asked before two values that are the same count as equal. */
  public final boolean isSpecial;

  /** Whether something here or below may be tolerated, so that equality is not transitive. */
  public final boolean tolerant;

  /** Whether a rule names an element by its index. */
  public final boolean indexed;

  /** What the types of objects add; null where no rule holds by type. */
  public final @Nullable TypeRules types;

  private final RuleGraph graph;
  private final BitSet positions;
  private final List<Rule> here;
  private final List<Rule> ahead;

  /** The node without what types add: this one, but where they added something. */
  private final RuleNode base;

  /** What the steps that some rule names lead to: a node or {@link #NOWHERE}, once asked for. */
  private final Map<String, Object> named = new ConcurrentHashMap<>();

  private final Map<TypeRules.Match, Map<TypeRules.Match, RuleNode>> byType =
      new ConcurrentHashMap<>();

  private final Set<String> names;
  private volatile @Nullable Object elsewhere;

  RuleNode(
      RuleGraph graph,
      BitSet positions,
      List<Rule> here,
      List<Rule> ahead,
      @Nullable TypeRules types) {
    this(graph, positions, here, ahead, types, Collections.emptyList(), null);
  }

  public RuleNode(
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
    this.ignoring = closest.of(Rule.Sort.IGNORE);
    this.ignored = ignoring != null;
    this.values = ScalarRules.among(closest);
    this.pairing = closest.of(Rule.Sort.UNORDERED, Rule.Sort.KEYED);
    Rule id = closest.of(Rule.Sort.IDENTITY);
    this.identity = id == null ? null : (String) id.what;
    this.identifies = ahead.stream().anyMatch(rule -> rule.sort == Rule.Sort.IDENTITY);
    this.unordered = pairing != null && pairing.sort == Rule.Sort.UNORDERED;
    this.keys = pairing == null ? NO_KEYS : pairing.names();
    this.comparator = closest.of(Rule.Sort.COMPARATOR);
    this.parse = closest.of(Rule.Sort.PARSE);
    this.nullIsEmpty = closest.of(Rule.Sort.NULL_IS_EMPTY);
    this.absentIsNull = closest.byPlace(Rule.Sort.ABSENT_IS_NULL);
    this.absentParts = closest.byType(Rule.Sort.ABSENT_IS_NULL);
    this.classNames = closest.of(Rule.Sort.CLASS_NAMES);
    boolean replaces = values != null && values.hasCodes();
    this.isSpecial =
        ignored
            || comparator != null
            || parse != null
            || nullIsEmpty != null
            || identity != null
            || replaces;
    this.renames = renames(here);
    this.tolerant = types != null || ahead.stream().anyMatch(Rule::isTolerant);
    this.names = names(ahead);
    this.indexed = names.stream().anyMatch(RuleNode::isIndex);
  }

  /** The node for two objects here, or null for one that is not there. */
  public RuleNode at(@Nullable Object control, @Nullable Object candidate) {
    return types == null ? this : base.of(types.of(control), types.of(candidate));
  }

  private RuleNode of(TypeRules.Match control, TypeRules.Match candidate) {
    if (control.types.isEmpty() && candidate.types.isEmpty()) {
      return this;
    }
    return byType
        .computeIfAbsent(control, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(candidate, each -> typed(TypeRules.joined(control, candidate)));
  }

  private RuleNode typed(List<String> of) {
    return new RuleNode(graph, positions, here, ahead, types, of, this);
  }

  /**
   * The form in which a map here compares a key: rules for texts and codes at the map hold for its
   * keys, and so do those for the type of the key.
   */
  @Nullable
  public Object key(@Nullable Object key, boolean ofCandidate, ComparisonMode mode) {
    ScalarRules rules = types == null ? values : at(key, null).values;
    return rules == null ? key : rules.key(key, ofCandidate, mode);
  }

  /** The tolerance for numbers here, where nothing else could hold for them; else null. */
  @Nullable
  public Tolerance toleranceAlone() {
    return types != null || isSpecial || values == null ? null : values.toleranceAlone();
  }

  /** Counts the rules by which two keys of a map here go together. */
  public void countKeyRules(@Nullable Object control, @Nullable Object candidate, RuleHits hits) {
    ScalarRules rules = types == null ? values : at(control, candidate).values;
    if (rules != null && hits.isCounting() && control != null && candidate != null) {
      rules.countKeyRules(control, candidate, hits);
    }
  }

  /**
   * In which way two scalars differ here; null when they are equal.
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

  /** A hash that scalars share which are equal here; loose: which may be equal. */
  public long hash(Shape shape, Object scalar, boolean ofCandidate, boolean loose) {
    return values == null
        ? ScalarComparison.hash(shape, scalar)
        : values.hash(shape, scalar, ofCandidate, loose);
  }

  /** A text here without what does not count. */
  String clean(String text) {
    return values == null ? text : values.clean(text);
  }

  /**
   * How two objects differ by the comparator of this place, which has one.
   *
   * @return null when it says that they are equal, "" when it says otherwise, else why nothing can
   *     be said
   */
  @Nullable
  public String comparatorDifference(
      @Nullable Object control, @Nullable Object candidate, ComparatorResolver resolver) {
    Rule rule = Objects.requireNonNull(comparator);
    return ((UserComparator) rule.what()).difference(control, candidate, resolver);
  }

  /** The format of documents in texts here; null where texts are compared as texts. */
  @Nullable
  public TextFormat format() {
    return parse == null ? null : (TextFormat) parse.what();
  }

  /** Whether some rule may hold for the keys of a map here. */
  public boolean appliesToKeys() {
    return types != null || (values != null && values.appliesToTexts());
  }

  /** The node of the part, element or value that {@code step} leads to; null for no rule. */
  @Nullable
  public RuleNode child(String step) {
    if (!names.contains(step)) {
      return element();
    }
    Object next = base.named.get(step);
    if (next == null) {
      RuleNode made = graph.next(positions, step);
      next = made == null ? NOWHERE : made;
      base.named.put(step, next);
    }
    return next == NOWHERE ? null : (RuleNode) next;
  }

  /** The node of an element whose place no rule names; null for no rule. */
  @Nullable
  public RuleNode element() {
    Object next = base.elsewhere;
    if (next == null) {
      RuleNode made = graph.next(positions, null);
      next = made == null ? NOWHERE : made;
      base.elsewhere = next;
    }
    return next == NOWHERE ? null : (RuleNode) next;
  }

  /** The node of {@code step} below {@code node}, which may be null. */
  public static @Nullable RuleNode below(@Nullable RuleNode node, String step) {
    return node == null ? null : node.child(step);
  }

  /** Whether {@code node} says that nothing there is compared. */
  public static boolean ignores(@Nullable RuleNode node) {
    return node != null && node.ignored;
  }

  private static List<RenameRule> renames(List<Rule> here) {
    Map<List<String>, Rule> closest = new LinkedHashMap<>();
    for (Rule rule : here) {
      if (rule.what instanceof RenameRule) {
        closest.merge(((RenameRule) rule.what).control, rule, (a, b) -> b.isCloserThan(a) ? b : a);
      }
    }
    List<RenameRule> found = new ArrayList<>();
    closest.values().forEach(rule -> found.add((RenameRule) rule.what));
    return found;
  }

  private static Set<String> names(List<Rule> ahead) {
    Set<String> found = new HashSet<>();
    for (Rule rule : ahead) {
      for (String step : rule.steps) {
        if (!step.equals("*") && !step.equals("**")) {
          found.add(step);
        }
      }
    }
    return found;
  }

  private static boolean isIndex(String step) {
    return step.chars().allMatch(c -> '0' <= c && c <= '9');
  }
}
