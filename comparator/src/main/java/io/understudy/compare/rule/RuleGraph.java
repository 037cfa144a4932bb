package io.understudy.compare.rule;

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
 */
final class RuleGraph {
  private final List<Rule> rules;

  /** The first position of each rule; a rule has one position more than steps. */
  private final int[] first;

  private final Map<BitSet, RuleNode> nodes = new HashMap<>();

  /** The rules by type, which apply at every node; null where there are none. */
  private final @Nullable TypeRules types;

  /** Creates a graph of those rules that apply to places. */
  RuleGraph(List<Rule> all) {
    this.rules = new ArrayList<>(all);
    rules.removeIf(rule -> !rule.appliesToPlaces());
    this.types = TypeRules.among(rules);
    this.first = new int[rules.size() + 1];
    for (int r = 0; r < rules.size(); r++) {
      first[r + 1] = first[r] + rules.get(r).steps.size() + 1;
    }
  }

  /** Returns the node of the empty path; null when there is no rule. */
  @Nullable RuleNode root() {
    BitSet start = new BitSet();
    for (int r = 0; r < rules.size(); r++) {
      reach(start, r, 0);
    }
    return node(start);
  }

  /**
   * Returns the node after one more step; null where no rule applies there or below.
   *
   * @param step a name, index or key; null for one that no rule names
   */
  @Nullable RuleNode next(BitSet from, @Nullable String step) {
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
        } else if (steps.get(at).equals("*") || steps.get(at).equals(step)) {
          reach(to, r, at + 1);
        }
      }
    }
    return node(to);
  }

  private void reach(BitSet set, int rule, int at) {
    List<String> steps = rules.get(rule).steps;
    set.set(first[rule] + at);
    // A ** also matches no step.
    for (int i = at; i < steps.size() && steps.get(i).equals("**"); i++) {
      set.set(first[rule] + i + 1);
    }
  }

  private synchronized @Nullable RuleNode node(BitSet positions) {
    if (positions.isEmpty()) {
      return null;
    }
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
      if (positions.get(first[r + 1] - 1)) {
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
