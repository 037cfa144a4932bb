package io.understudy.compare.walk;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.EmptyValues;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Compares two objects by their shapes, after the rules that come before: scalars, Optionals. */
final class ShapeComparison {
  private ShapeComparison() {}

  /** Compares by contents; at least one side is an Optional. */
  static void compareOptionals(
      Walk walk, @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode rules) {
    int depth;
    int otherDepth;
    try {
      depth = EmptyValues.nestingDepth(control);
      otherDepth = EmptyValues.nestingDepth(candidate);
    } catch (BoundedText.LimitExceeded endless) {
      walk.reportOpaque(control, candidate, String.valueOf(endless.getMessage()));
      return;
    }
    if (depth <= 1 && otherDepth <= 1) {
      walk.compare(
          control == null ? null : walk.content(control),
          candidate == null ? null : walk.content(candidate),
          rules);
    } else if (depth != otherDepth) {
      walk.reportDifference(DifferenceKind.VALUE, control, candidate);
    }
  }

  /** Compares two objects by their shapes, after {@link RuleShortcuts}. */
  static void compare(Walk walk, Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    Kind kind = cs.kind();
    if (kind == Kind.SCALAR && ds.kind() == Kind.SCALAR) {
      compareScalars(walk, cs, c, ds, d, node);
    } else if (kind == Kind.OPAQUE || ds.kind() == Kind.OPAQUE) {
      walk.reportOpaque(c, d, kind == Kind.OPAQUE ? cs.reason() : ds.reason());
    } else if (!areComparable(cs, ds, walk.mode, node)) {
      walk.reportDifference(DifferenceKind.TYPE, c, d);
    } else {
      walk.compareOnce(cs, c, ds, d, node);
    }
  }

  /** Whether objects of these shapes are of kinds that may be equal. */
  private static boolean areComparable(
      Shape cs, Shape ds, ComparisonMode mode, @Nullable RuleNode node) {
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

  private static void compareScalars(
      Walk walk, Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    try {
      DifferenceKind kind =
          node == null
              ? ScalarComparison.difference(cs, c, ds, d, walk.mode)
              : node.difference(cs, c, ds, d, walk.mode, walk.hits);
      if (kind != null) {
        walk.reportDifference(kind, c, d);
      }
    } catch (BoundedText.LimitExceeded tooLong) {
      walk.reportOpaque(c, d, String.valueOf(tooLong.getMessage()));
    } catch (RuntimeException unreadable) {
      walk.reportOpaque(c, d, "reading it threw " + unreadable.getClass().getName());
    }
  }

  /** Compares two objects of the same kind by their parts, entries or elements. */
  static void compareParts(
      Walk walk, Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    switch (cs.kind()) {
      case OPTIONAL:
        walk.compare(OptionalContent.of(cs, c), OptionalContent.of(ds, d), node);
        break;
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
