package io.understudy.compare.rule;

import io.understudy.compare.KeyLabel;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches an object for places that are compared, where only the places of some rules are. An
 * object that one side does not have counts only if it has such a place. Not thread-safe.
 */
public final class LimitedSearch {
  /** A larger object counts, as if it had such a place. */
  private static final int MAX_OBJECTS = 100_000;

  private final Deque<PendingObject> pending = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private LimitedSearch() {}

  /** An object whose parts are not searched yet, and the rules for it. */
  private static final class PendingObject {
    final Object object;
    final RuleNode node;

    PendingObject(Object object, RuleNode node) {
      this.object = object;
      this.node = node;
    }
  }

  /**
   * Whether an object has a place that is compared, or may have one because it cannot be read.
   *
   * @param node the rules for the object
   */
  public static boolean finds(@Nullable Object object, RuleNode node) {
    LimitedSearch search = new LimitedSearch();
    try {
      return search.isCompared(object, node) || search.findsBelow();
    } catch (RuntimeException | LinkageError unreadable) {
      return true; // The comparison reports that the object cannot be read.
    }
  }

  private boolean findsBelow() {
    while (!pending.isEmpty()) {
      PendingObject next = pending.pop();
      Shape shape = StandardShapes.of(next.object);
      boolean found =
          seen.size() > MAX_OBJECTS
              || (shape.kind() == Kind.RECORD
                  ? findsPart(shape, next.object, next.node)
                  : findsElement(shape, next)
                      || findsPart(shape.beside(), shape.besideOf(next.object), next.node));
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** Whether this place is compared; an object that only leads to such places is searched later. */
  private boolean isCompared(@Nullable Object object, @Nullable RuleNode rules) {
    RuleNode node = rules == null ? null : rules.at(object, null);
    if (node == null || node.limiting == null) {
      return node == null || !node.ignored;
    }
    if (node.format() != null && object instanceof String) {
      return true; // It may be a document with such places.
    }
    Kind kind = object == null ? Kind.SCALAR : StandardShapes.of(object).kind();
    if (object != null && kind != Kind.SCALAR && kind != Kind.OPAQUE && seen.add(object)) {
      pending.push(new PendingObject(object, node));
    }
    return kind == Kind.OPAQUE;
  }

  private boolean findsPart(Shape shape, Object record, RuleNode node) {
    for (int i = 0; i < shape.names().size(); i++) {
      if (isCompared(shape.part(record, i), node.child(shape.names().get(i)))) {
        return true;
      }
    }
    return false;
  }

  private boolean findsElement(Shape shape, PendingObject owner) {
    RuleNode node = owner.node;
    RuleNode element = node.element();
    boolean plain = node.types == null && !node.indexed;
    if (plain
        && element != null
        && element.limiting != null
        && shape.primitives(owner.object) != null) {
      return false; // All elements are scalars.
    }
    Elements elements = shape.elements(owner.object);
    for (int i = 0; elements.next(); i++) {
      RuleNode below = element;
      if (shape.kind() == Kind.MAP) {
        below = node.child(KeyLabel.of(elements.key()));
      } else if (shape.kind() == Kind.OPTIONAL) {
        below = node;
      } else if (shape.kind() == Kind.LIST && node.pairing == null && node.indexed) {
        below = node.child(Integer.toString(i));
      }
      if (isCompared(elements.value(), below)) {
        return true;
      }
    }
    return false;
  }
}
