package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Compares two objects of the same kind by their parts, entries or elements. */
final class CompositeComparison {
  private CompositeComparison() {}

  /** Whether objects of these shapes are of kinds that may be equal. */
  static boolean areComparable(Shape cs, Shape ds, ComparisonMode mode, @Nullable RuleNode node) {
    if (cs.kind() != ds.kind()) {
      boolean asSets = node != null && node.asSet && hasElements(cs) && hasElements(ds);
      return mode == ComparisonMode.VALUE
          && (asSets || isBagAndList(cs, ds) || isBagAndList(ds, cs));
    }
    return mode == ComparisonMode.VALUE
        || cs.kind() != Kind.LIST
        || cs.typeName().startsWith("[") == ds.typeName().startsWith("[");
  }

  // The bag promises no order, so the order of the list has nothing to be compared with.
  private static boolean isBagAndList(Shape bag, Shape list) {
    return bag.isBag() && list.kind() == Kind.LIST;
  }

  private static boolean hasElements(Shape shape) {
    return shape.kind() == Kind.LIST || shape.kind() == Kind.SET;
  }

  static void compare(Walk walk, Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    switch (cs.kind()) {
      case RECORD:
        RecordComparison.compare(walk, cs, c, ds, d, node);
        break;
      case MAP:
        MapComparison.compare(walk, cs, c, ds, d, node);
        break;
      case SET:
        if (node != null && !node.keys.isEmpty()) {
          KeyedListComparison.compare(walk, cs, c, ds, d, node);
        } else {
          MultisetComparison.compare(walk, cs, c, ds, d, node);
        }
        break;
      default:
        if (node != null && !node.keys.isEmpty()) {
          KeyedListComparison.compare(walk, cs, c, ds, d, node);
        } else if ((node != null && node.unordered) || ds.kind() == Kind.SET) {
          MultisetComparison.compare(walk, cs, c, ds, d, node);
        } else {
          ListComparison.compare(walk, cs, c, ds, d, node);
        }
    }
    RecordComparison.compareExtraFields(walk, cs, c, ds, d, node);
  }
}
