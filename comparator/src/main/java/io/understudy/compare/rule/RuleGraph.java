package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rules as one graph that the walk follows beside the data: a deterministic automaton over the
 * steps of paths, built on demand.
 *
 * <p>A position is a place in one rule's path. A {@link RuleNode} is the set of positions that a
 * path has reached (subset construction). Where the set is empty there is no node, and the data
 * below costs nothing. The size of the graph does not depend on the data, since all steps that no
 * rule names lead to the same node. Thread-safe.
 *
 * <p>The graph has up to four variants with the same positions. In the <em>limited</em> one only
 * the places of some rules are compared, and those that lead to them; a path leaves it for the
 * whole graph at such a place. <em>Inside a document</em> that was parsed, texts are not parsed
 * again, unless a rule names their places.
 */
final class RuleGraph {
  private static final String ARGUMENTS = "arguments";

  private final List<Rule> rules;

  /** The first position of each rule; a rule has one position more than steps. */
  private final int[] first;

  private final Map<BitSet, RuleNode> nodes = new HashMap<>();

  /** The rules by type, which apply at every node; null where there are none. */
  private final @Nullable TypeRules types;

  /** Whether only the places of some rules are compared. */
  final boolean limited;

  private final boolean inDocument;

  /** All variants; created on demand. */
  private final @Nullable RuleGraph[] variants;

  /** The node of places that are not compared, for a limited graph. */
  private final @Nullable RuleNode excluded;

  /** Creates a graph of those rules that apply to places. */
  static RuleGraph of(List<Rule> all) {
    List<Rule> rules = new ArrayList<>(all);
    rules.removeIf(rule -> !rule.appliesToPlaces());
    boolean limited = rules.stream().anyMatch(rule -> rule.sort == Rule.Sort.ONLY);
    return new RuleGraph(rules, TypeRules.among(rules), limited, false, new RuleGraph[4]);
  }

  private RuleGraph(
      List<Rule> rules,
      @Nullable TypeRules types,
      boolean limited,
      boolean inDocument,
      @Nullable RuleGraph[] variants) {
    this.rules = rules;
    this.types = types;
    this.limited = limited;
    this.inDocument = inDocument;
    this.variants = variants;
    variants[index(limited, inDocument)] = this;
    this.first = new int[rules.size() + 1];
    for (int r = 0; r < rules.size(); r++) {
      first[r + 1] = first[r] + rules.get(r).steps.size() + 1;
    }
    this.excluded = limited ? new RuleNode(this, new BitSet(), limits(), limits(), null) : null;
  }

  private static int index(boolean limited, boolean inDocument) {
    return (limited ? 1 : 0) + (inDocument ? 2 : 0);
  }

  private List<Rule> limits() {
    List<Rule> limits = new ArrayList<>(rules);
    limits.removeIf(rule -> rule.sort != Rule.Sort.ONLY);
    return limits;
  }

  private RuleGraph variant(boolean isLimited, boolean isInDocument) {
    synchronized (variants) {
      RuleGraph known = variants[index(isLimited, isInDocument)];
      return known == null ? new RuleGraph(rules, types, isLimited, isInDocument, variants) : known;
    }
  }

  /** Returns the node with the same positions in the graph without limits; null for no rule. */
  @Nullable RuleNode withoutLimits(BitSet positions) {
    return variant(false, inDocument).node(positions);
  }

  /** Returns the node with the same positions inside a document. */
  @Nullable RuleNode inDocument(BitSet positions) {
    return variant(limited, true).node(positions);
  }

  /** Returns a rule that limits the comparison to its places. Its effects are counted there. */
  Rule limit() {
    return limits().get(0).uncounted();
  }

  /**
   * Returns the node of the result; null when there is no rule. Limits that name places in
   * arguments alone do not apply to the result.
   */
  @Nullable RuleNode root() {
    boolean isLimited = limits().stream().anyMatch(rule -> !isOfArguments(rule));
    return variant(isLimited, inDocument).node(start());
  }

  /**
   * Returns the node of all arguments; null for no rule. Limits that name no place in arguments do
   * not apply to them.
   */
  @Nullable RuleNode arguments() {
    BitSet arguments = after(start(), ARGUMENTS);
    RuleGraph limits = variant(!limits().isEmpty(), inDocument);
    RuleNode node = limits.node(arguments);
    return node != null && node == limits.excluded ? withoutLimits(arguments) : node;
  }

  private static boolean isOfArguments(Rule rule) {
    return !rule.steps.isEmpty() && rule.steps.get(0).equals(ARGUMENTS);
  }

  private BitSet start() {
    BitSet start = new BitSet();
    for (int r = 0; r < rules.size(); r++) {
      reach(start, r, 0);
    }
    return start;
  }

  /**
   * Returns the node after one more step; null where no rule applies there or below.
   *
   * @param step a name, index or key; null for one that no rule names
   */
  @Nullable RuleNode next(BitSet from, @Nullable String step) {
    return node(after(from, step));
  }

  private BitSet after(BitSet from, @Nullable String step) {
    BitSet to = new BitSet();
    for (int r = 0; r < rules.size(); r++) {
      List<String> steps = rules.get(r).steps;
      for (int p = from.nextSetBit(first[r]);
          p >= 0 && p < first[r + 1];
          p = from.nextSetBit(p + 1)) {
        int at = p - first[r];
        if (at == steps.size()) {
          continue;
        }
        if (steps.get(at).equals("**")) {
          reach(to, r, at);
        } else if (step == null
            ? steps.get(at).equals("*")
            : PathPattern.isMatch(steps.get(at), step)) {
          reach(to, r, at + 1);
        }
      }
    }
    return to;
  }

  private void reach(BitSet set, int rule, int at) {
    List<String> steps = rules.get(rule).steps;
    set.set(first[rule] + at);
    // A ** also matches no step.
    for (int i = at; i < steps.size() && steps.get(i).equals("**"); i++) {
      set.set(first[rule] + i + 1);
    }
  }

  private @Nullable RuleNode node(BitSet positions) {
    if (limited && arrived(positions).stream().anyMatch(RuleGraph::isLimitByPlace)) {
      return withoutLimits(positions);
    }
    if (limited && ahead(positions).stream().noneMatch(rule -> rule.sort == Rule.Sort.ONLY)) {
      return excluded;
    }
    return positions.isEmpty() ? null : ofPositions(positions);
  }

  private static boolean isLimitByPlace(Rule rule) {
    return rule.sort == Rule.Sort.ONLY && rule.scope.typeName() == null;
  }

  private synchronized RuleNode ofPositions(BitSet positions) {
    RuleNode known = nodes.get(positions);
    if (known == null) {
      known = new RuleNode(this, positions, arrived(positions), ahead(positions), types);
      nodes.put(positions, known);
    }
    return known;
  }

  /** Returns the rules whose paths end at these positions. */
  private List<Rule> arrived(BitSet positions) {
    List<Rule> found = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      boolean parsesAgain =
          inDocument && rules.get(r).sort == Rule.Sort.PARSE && !rules.get(r).namesItsPlaces();
      if (positions.get(first[r + 1] - 1) && !parsesAgain) {
        found.add(rules.get(r));
      }
    }
    return found;
  }

  /** Returns the rules whose paths end at these positions or below. */
  private List<Rule> ahead(BitSet positions) {
    List<Rule> found = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      int p = positions.nextSetBit(first[r]);
      if (p >= 0 && p < first[r + 1]) {
        found.add(rules.get(r));
      }
    }
    return found;
  }
}
