package io.understudy.compare.rule;

import io.understudy.compare.KeyLabel;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the leaves of one side of a comparison: scalars and nulls, in total and below each rule
 * that ignores. An object with several references counts once. Not thread-safe.
 */
final class LeafCounter {
  /** Counting stops at this number of leaves; the share of hidden leaves is clear by then. */
  private static final int MAX_LEAVES = 200_000;

  /** Counting stops at this number of objects too: a list may make new lists for ever. */
  private static final int MAX_OBJECTS = 400_000;

  private static final int NOT_HIDDEN = -1;

  private final long[] hidden;
  private long all;
  private final Deque<PendingObject> pending = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  LeafCounter(int rules) {
    this.hidden = new long[rules];
  }

  /** An object whose parts are not counted yet. */
  private static final class PendingObject {
    final Object object;
    final @Nullable RuleNode node;

    /** The number of the rule that hides it, or -1. */
    final int by;

    PendingObject(Object object, @Nullable RuleNode node, int by) {
      this.object = object;
      this.node = node;
      this.by = by;
    }
  }

  long all() {
    return all;
  }

  long hiddenBy(int rule) {
    return hidden[rule];
  }

  /** Counts the leaves of an object under the rules of {@code node}. */
  void count(@Nullable Object object, @Nullable RuleNode node) {
    visit(object, node, NOT_HIDDEN);
    while (!pending.isEmpty() && all < MAX_LEAVES && seen.size() < MAX_OBJECTS) {
      PendingObject place = pending.pop();
      try {
        countParts(place);
      } catch (RuntimeException | LinkageError unreadable) {
        addLeaves(1, place.by); // The comparison reports that the object cannot be read.
      }
    }
    pending.clear();
  }

  private void addLeaves(long count, int by) {
    all += count;
    if (by != NOT_HIDDEN) {
      hidden[by] += count;
    }
  }

  private void visit(@Nullable Object object, @Nullable RuleNode rules, int hiddenBy) {
    RuleNode node = rules == null ? null : rules.at(object, null);
    int by = hiddenBy;
    if (by == NOT_HIDDEN && node != null && node.ignoring != null) {
      by = node.ignoring.number;
    }
    if (object == null || StandardShapes.of(object).kind() == Kind.SCALAR) {
      Rule limiting = by == NOT_HIDDEN && node != null ? node.limiting : null;
      addLeaves(1, limiting == null ? by : limiting.number);
    } else if (seen.add(object)) {
      pending.push(new PendingObject(object, by == NOT_HIDDEN ? node : null, by));
    }
  }

  private void countParts(PendingObject place) {
    Shape shape = StandardShapes.of(place.object);
    if (shape.kind() == Kind.OPAQUE) {
      addLeaves(1, place.by);
    } else if (shape.kind() == Kind.RECORD) {
      record(shape, place.object, place);
    } else {
      elements(shape, place);
      record(shape.beside(), shape.besideOf(place.object), place);
    }
  }

  private void record(Shape shape, Object record, PendingObject place) {
    for (int i = 0; i < shape.names().size(); i++) {
      visit(shape.part(record, i), RuleNode.below(place.node, shape.names().get(i)), place.by);
    }
  }

  private void elements(Shape shape, PendingObject place) {
    Object primitives = shape.primitives(place.object);
    RuleNode node = place.node;
    if (primitives != null && node == null) {
      addLeaves(Array.getLength(primitives), place.by);
      return;
    }
    Elements elements = shape.elements(place.object);
    for (int i = 0; elements.next() && all < MAX_LEAVES; i++) {
      RuleNode below = node;
      if (node != null && shape.kind() == Kind.MAP) {
        below = node.child(KeyLabel.of(elements.key()));
      } else if (node != null && shape.kind() != Kind.OPTIONAL) {
        boolean placed = shape.kind() == Kind.LIST && node.pairing == null && node.indexed;
        below = placed ? node.child(Integer.toString(i)) : node.element();
      }
      visit(elements.value(), below, place.by);
    }
  }
}
