package io.understudy.compare.walk;

import io.understudy.compare.KeyLabel;
import io.understudy.compare.refine.StepBudget;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One partner at most for each object that differs from all others. Where sets reach the same
 * objects again and again, one difference makes all objects differ. With partners each object is
 * compared once, so that the difference is reported once, and not for each pair of objects.
 *
 * <p>Partners are found breadth-first from the roots, by names, indexes and keys; elements of sets
 * become partners when the walk pairs them. Not thread-safe.
 */
final class PartnerMap {
  private final Map<Object, Object> partners = new IdentityHashMap<>();
  private final Map<Object, Object> controls = new IdentityHashMap<>();
  private final Deque<Pair> pending = new ArrayDeque<>();
  private final StepBudget budget;

  private PartnerMap(StepBudget budget) {
    this.budget = budget;
  }

  private static final class Pair {
    final Object control;
    final Object candidate;
    final @Nullable RuleNode node;

    Pair(Object control, Object candidate, @Nullable RuleNode node) {
      this.control = control;
      this.candidate = candidate;
      this.node = node;
    }
  }

  /** Returns the partners below two objects. */
  static PartnerMap below(
      StepBudget budget,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode node) {
    PartnerMap map = new PartnerMap(budget);
    map.add(control, candidate, node);
    while (!map.pending.isEmpty()) {
      Pair next = map.pending.remove();
      try {
        map.addParts(next);
      } catch (RuntimeException | LinkageError unreadable) {
        if (unreadable instanceof StepBudget.Exceeded) {
          throw unreadable;
        }
        // The comparison reports that the object cannot be read.
      }
    }
    return map;
  }

  /** Whether two objects are partners, or become partners since neither has another one. */
  boolean become(@Nullable Object control, @Nullable Object candidate) {
    if (control == null || candidate == null) {
      return true;
    }
    if (partners.containsKey(control) || controls.containsKey(candidate)) {
      return partners.get(control) == candidate;
    }
    partners.put(control, candidate);
    controls.put(candidate, control);
    return true;
  }

  private void add(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    budget.take(1);
    if (control == null || candidate == null || RuleNode.ignores(node)) {
      return;
    }
    Kind kind = StandardShapes.of(control).kind();
    boolean hasParts = kind != Kind.SCALAR && kind != Kind.OPAQUE;
    if (hasParts
        && kind == StandardShapes.of(candidate).kind()
        && !partners.containsKey(control)
        && become(control, candidate)) {
      pending.add(new Pair(control, candidate, node));
    }
  }

  private void addParts(Pair pair) {
    Shape cs = StandardShapes.of(pair.control);
    Shape ds = StandardShapes.of(pair.candidate);
    RuleNode node = pair.node;
    if (cs.kind() == Kind.RECORD) {
      for (int i = 0; i < cs.names().size(); i++) {
        String name = cs.names().get(i);
        int j = ds.names().indexOf(name);
        if (j >= 0) {
          RuleNode below = RuleNode.below(node, name);
          add(cs.part(pair.control, i), ds.part(pair.candidate, j), below);
        }
      }
    } else if (cs.kind() == Kind.MAP) {
      addValues(cs.elements(pair.control), ds.elements(pair.candidate), node);
    } else if (cs.kind() != Kind.SET && (node == null || node.pairing == null)) {
      Elements mine = cs.elements(pair.control);
      Elements theirs = ds.elements(pair.candidate);
      RuleNode below = node == null ? null : node.element();
      while (mine.next() && theirs.next()) {
        add(mine.value(), theirs.value(), below);
      }
    }
  }

  private void addValues(Elements mine, Elements theirs, @Nullable RuleNode node) {
    Map<String, Object> values = new HashMap<>();
    while (theirs.next()) {
      Object value = theirs.value();
      if (value != null) {
        budget.take(1);
        values.put(KeyLabel.of(theirs.key()), value);
      }
    }
    while (mine.next()) {
      String label = KeyLabel.of(mine.key());
      add(mine.value(), values.get(label), RuleNode.below(node, label));
    }
  }
}
