package io.understudy.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one place, and where they go from there. Made by the {@link RuleGraph};
 * thread-safe.
 */
final class RuleNode {
  private static final Object NOWHERE = new Object();

  /** Nothing here is compared. */
  final boolean ignored;

  /** The tolerance for a number here; null for none. */
  final @Nullable Tolerance tolerance;

  /** A list here is compared as a multiset. */
  final boolean unordered;

  /** The part by which elements of a list here are paired; null for none. */
  final @Nullable String key;

  /** The renames that are anchored here. */
  final List<Rename> renames;

  /** Whether a number here or below may be tolerated, so that equality is not transitive. */
  final boolean tolerant;

  /** Whether a rule names an element by its index. */
  final boolean indexed;

  private final RuleGraph graph;
  private final BitSet positions;

  /** What the steps that some rule names lead to: a node or {@link #NOWHERE}, once asked for. */
  private final Map<String, Object> named = new ConcurrentHashMap<>();

  private final Set<String> names;
  private volatile @Nullable Object elsewhere;

  RuleNode(RuleGraph graph, BitSet positions, List<Rule> here, List<Rule> ahead) {
    this.graph = graph;
    this.positions = positions;
    Rule tolerate = closest(here, Rule.Sort.TOLERATE);
    Rule unorder = closest(here, Rule.Sort.UNORDERED);
    Rule keyed = closest(here, Rule.Sort.KEYED);
    if (unorder != null && keyed != null) {
      if (keyed.isCloserThan(unorder)) {
        unorder = null;
      } else {
        keyed = null;
      }
    }
    this.ignored = closest(here, Rule.Sort.IGNORE) != null;
    this.tolerance = tolerate == null ? null : (Tolerance) tolerate.what;
    this.unordered = unorder != null;
    this.key = keyed == null ? null : (String) keyed.what;
    this.renames = renames(here);
    this.tolerant = closest(ahead, Rule.Sort.TOLERATE) != null;
    this.names = names(ahead);
    this.indexed = names.stream().anyMatch(RuleNode::isIndex);
  }

  /** The node of the part, element or value that {@code step} leads to; null for no rule. */
  @Nullable RuleNode child(String step) {
    if (!names.contains(step)) {
      return element();
    }
    Object next = named.get(step);
    if (next == null) {
      RuleNode made = graph.next(positions, step);
      next = made == null ? NOWHERE : made;
      named.put(step, next);
    }
    return next == NOWHERE ? null : (RuleNode) next;
  }

  /** The node of an element whose place no rule names; null for no rule. */
  @Nullable RuleNode element() {
    Object next = elsewhere;
    if (next == null) {
      RuleNode made = graph.next(positions, null);
      next = made == null ? NOWHERE : made;
      elsewhere = next;
    }
    return next == NOWHERE ? null : (RuleNode) next;
  }

  /** The node of {@code step} below {@code node}, which may be null. */
  static @Nullable RuleNode below(@Nullable RuleNode node, String step) {
    return node == null ? null : node.child(step);
  }

  /** Whether {@code node} says that nothing there is compared. */
  static boolean ignores(@Nullable RuleNode node) {
    return node != null && node.ignored;
  }

  private static @Nullable Rule closest(List<Rule> rules, Rule.Sort sort) {
    Rule closest = null;
    for (Rule rule : rules) {
      if (rule.sort == sort && (closest == null || rule.isCloserThan(closest))) {
        closest = rule;
      }
    }
    return closest;
  }

  private static List<Rename> renames(List<Rule> here) {
    Map<List<String>, Rule> closest = new LinkedHashMap<>();
    for (Rule rule : here) {
      if (rule.what instanceof Rename) {
        closest.merge(((Rename) rule.what).control, rule, (a, b) -> b.isCloserThan(a) ? b : a);
      }
    }
    List<Rename> found = new ArrayList<>();
    closest.values().forEach(rule -> found.add((Rename) rule.what));
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
