package io.understudy.compare;

import io.understudy.value.Shape;
import org.jspecify.annotations.Nullable;

/** Compares two objects of one kind by what they are made of. */
final class Composites {
  private Composites() {}

  static void compare(Walk walk, Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    switch (cs.kind()) {
      case RECORD:
        Records.compare(walk, cs, c, ds, d, node);
        break;
      case MAP:
        MapEntries.compare(walk, cs, c, ds, d, node);
        break;
      case SET:
        if (node != null && !node.keys.isEmpty()) {
          KeyedElements.compare(walk, cs, c, ds, d, node);
        } else {
          Multisets.compare(walk, cs, c, ds, d, node);
        }
        break;
      default:
        if (node != null && !node.keys.isEmpty()) {
          KeyedElements.compare(walk, cs, c, ds, d, node);
        } else if (node != null && node.unordered) {
          Multisets.compare(walk, cs, c, ds, d, node);
        } else {
          Sequences.compare(walk, cs, c, ds, d, node);
        }
    }
    Records.compareExtraFields(walk, cs, c, ds, d, node);
  }
}
