package io.understudy.compare.walk;

import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Compares two objects of the same kind by their parts, entries or elements. */
final class CompositeComparison {
  private CompositeComparison() {}

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
