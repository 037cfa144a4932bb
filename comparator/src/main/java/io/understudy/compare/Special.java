package io.understudy.compare;

import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.value.Documents;
import io.understudy.value.Elements;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.Shape;
import io.understudy.value.StandardShapes;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are asked before two objects are looked into: what is ignored, what a comparator of
 * the user's decides, what is empty, and texts that hold documents.
 */
final class Special {
  private Special() {}

  /** Whether a rule here has compared the two, or said that they are not to be compared. */
  static boolean settles(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    if (node.ignoring != null) {
      walk.hits.count(node.ignoring);
      return true;
    }
    if (node.comparator != null) {
      byComparator(walk, control, candidate, node.comparator);
      return true;
    }
    if (node.identity != null && walk.ids != null) {
      Id mine = control == null ? null : Id.of(control);
      Id theirs = candidate == null ? null : Id.of(candidate);
      if (mine != null && theirs != null) {
        Identities.Relation relation = walk.ids.meet(node.identity, mine, theirs, walk.trail);
        ids(walk, relation, control, candidate);
        return true;
      }
    }
    return (node.nullIsEmpty != null && areEmpty(walk, control, candidate, node))
        || (node.parse != null && areDocuments(walk, control, candidate, node, node.parse));
  }

  private static void ids(
      Walk walk,
      Identities.Relation relation,
      @Nullable Object control,
      @Nullable Object candidate) {
    if (relation == Identities.Relation.FORGOTTEN) {
      walk.opaque(control, candidate, Bindings.FORGOTTEN);
    } else if (relation != Identities.Relation.PAIRED) {
      boolean before = relation == Identities.Relation.TAKEN;
      String reason = before ? Bindings.TAKEN : Bindings.TAKEN_HERE;
      walk.differ(DifferenceKind.VALUE, control, candidate, reason);
    }
  }

  private static void byComparator(
      Walk walk, @Nullable Object control, @Nullable Object candidate, Rule rule) {
    String difference =
        ((UserComparator) rule.what()).difference(control, candidate, walk.resolver);
    if (difference == null) {
      if (walk.hits.isCounting() && walk.trials.differPlainly(control, candidate)) {
        walk.hits.count(rule);
      }
    } else if (difference.isEmpty()) {
      walk.differ(DifferenceKind.VALUE, control, candidate);
    } else {
      walk.opaque(control, candidate, difference);
    }
  }

  private static boolean areEmpty(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    if (!isEmpty(control, node) || !isEmpty(candidate, node)) {
      return false;
    }
    if (walk.hits.isCounting() && walk.trials.differPlainly(control, candidate)) {
      walk.hits.count(node.nullIsEmpty);
    }
    return true;
  }

  /** Whether an object counts as null: null, an empty text, list, set, map or Optional. */
  static boolean isEmpty(@Nullable Object object, RuleNode node) {
    if (object == null) {
      return true;
    }
    Shape shape = StandardShapes.of(object);
    switch (shape.kind()) {
      case SCALAR:
        return shape.scalar() == Scalar.TEXT && isEmpty(Scalars.text(shape, object), node.values);
      case OPTIONAL:
        Elements content = shape.elements(object);
        return !content.next() || isEmpty(content.value(), node);
      case LIST:
      case SET:
      case MAP:
        return shape.beside().names().isEmpty() && isWithout(shape, object);
      default:
        return false;
    }
  }

  private static boolean isEmpty(String text, @Nullable ValueRules values) {
    return (values == null ? text : values.clean(text)).isEmpty();
  }

  // What throws here will throw again where it is compared, which says so.
  private static boolean isWithout(Shape shape, Object container) {
    try {
      return !shape.elements(container).next();
    } catch (RuntimeException | LinkageError unreadable) {
      return false;
    }
  }

  /** Compares as documents, where a side is a text that holds one; false where none is. */
  private static boolean areDocuments(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node, Rule rule) {
    String mine = text(control);
    String theirs = text(candidate);
    if ((mine == null && theirs == null) || control == null || candidate == null) {
      return false;
    }
    if (mine != null && mine.equals(theirs)) {
      return true;
    }
    TextFormat format = (TextFormat) rule.what();
    Object c = mine == null ? control : document(format, mine);
    Object d = theirs == null ? candidate : document(format, theirs);
    if (c != Lookup.ABSENT && d != Lookup.ABSENT) {
      long before = walk.found();
      parsed(walk, c, d, node);
      walk.hits.count(walk.found() == before ? rule : null);
      return true;
    }
    if (c == d || mine == null || theirs == null) {
      return false;
    }
    String side = c == Lookup.ABSENT ? "control" : "candidate";
    walk.differ(
        DifferenceKind.VALUE, control, candidate, "the " + side + "'s text is no " + format);
    return true;
  }

  /** Compares what two texts say; a document that is a mere text is not read again. */
  private static void parsed(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    if (text(control) == null && text(candidate) == null) {
      walk.compare(control, candidate, node);
    } else if (control != null && candidate != null) {
      walk.shapes(
          StandardShapes.of(control), control, StandardShapes.of(candidate), candidate, node);
    } else {
      walk.differ(DifferenceKind.VALUE, control, candidate);
    }
  }

  /** The text that an object is; null for what is none. */
  static @Nullable String text(@Nullable Object object) {
    if (object == null) {
      return null;
    }
    Shape shape = StandardShapes.of(object);
    return shape.kind() == Kind.SCALAR && shape.scalar() == Scalar.TEXT
        ? Scalars.text(shape, object)
        : null;
  }

  /** What a text says; {@link Lookup#ABSENT} where it holds no document. */
  static @Nullable Object document(TextFormat format, String text) {
    try {
      return format.read(text);
    } catch (Documents.Malformed none) {
      return Lookup.ABSENT;
    }
  }
}
