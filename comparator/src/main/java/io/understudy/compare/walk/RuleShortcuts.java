package io.understudy.compare.walk;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.EmptyValues;
import io.understudy.compare.rule.LimitedSearch;
import io.understudy.compare.rule.Rule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.TextFormat;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.document.Documents;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules that come before the comparison of two objects by their shapes: ignored places,
 * users' comparators, ids, empty values, and texts that contain documents.
 */
final class RuleShortcuts {
  private RuleShortcuts() {}

  /** Returns whether a rule here has compared the two objects, or ignores them. */
  static boolean compareByRule(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    if (node.ignoring != null) {
      walk.hits.count(node.ignoring);
      return true;
    }
    walk.hits.count(node.only);
    if (node.ignoresWhere(control, candidate, walk.hits)) {
      return true;
    }
    if (node.matching != null) {
      compareByPattern(walk, control, candidate, node);
      return true;
    }
    if (node.comparator != null) {
      compareByComparator(walk, control, candidate, node);
      return true;
    }
    if (node.identity != null && walk.ids != null) {
      Id controlId = control == null ? null : Id.of(control);
      Id candidateId = candidate == null ? null : Id.of(candidate);
      if (controlId != null && candidateId != null) {
        Identities.Relation relation =
            walk.ids.relate(node.identity, controlId, candidateId, walk.steps);
        compareIds(walk, relation, control, candidate);
        return true;
      }
    }
    TextFormat format = node.format();
    return (node.nullIsEmpty != null && areEmpty(walk, control, candidate, node))
        || (format != null && areDocuments(walk, control, candidate, node, format))
        || (node.limiting != null && areHidden(walk, control, candidate, node));
  }

  /** Returns the rule by which a value that only one side has is not reported; null for none. */
  static @Nullable Rule ignoring(
      @Nullable RuleNode rules, @Nullable Object control, @Nullable Object candidate) {
    RuleNode node = rules == null ? null : rules.at(control, candidate);
    if (node == null || node.limiting == null) {
      return node == null ? null : node.ignoring;
    }
    return LimitedSearch.finds(control == null ? candidate : control, node) ? null : node.limiting;
  }

  /** Whether nothing here is compared, because only some places are: neither side has one. */
  private static boolean areHidden(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    Kind kind = kind(control);
    Kind other = kind(candidate);
    boolean isOptional = kind == Kind.OPTIONAL || other == Kind.OPTIONAL;
    if (isOptional && walk.mode == ComparisonMode.VALUE) {
      return false; // The contents are compared under the same rules.
    }
    boolean isWalked = kind == other && kind != Kind.SCALAR && !isWithoutParts(kind, control);
    return !isWalked
        && !LimitedSearch.finds(control, node)
        && !LimitedSearch.finds(candidate, node);
  }

  /** Returns the kind of an object; null counts as a scalar. */
  private static Kind kind(@Nullable Object object) {
    return object == null ? Kind.SCALAR : StandardShapes.of(object).kind();
  }

  private static boolean isWithoutParts(Kind kind, @Nullable Object object) {
    return kind == Kind.RECORD && object != null && StandardShapes.of(object).names().isEmpty();
  }

  private static void compareByPattern(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    try {
      if (!node.isMatch(candidate)) {
        walk.reportDifference(DifferenceKind.VALUE, control, candidate, Difference.NO_MATCH);
      } else if (walk.hits.isCounting()
          && walk.trials.areDifferentWithoutRules(control, candidate)) {
        walk.hits.count(node.matching);
      }
    } catch (BoundedText.LimitExceeded tooLong) {
      walk.reportOpaque(control, candidate, String.valueOf(tooLong.getMessage()));
    }
  }

  private static void compareIds(
      Walk walk,
      Identities.Relation relation,
      @Nullable Object control,
      @Nullable Object candidate) {
    if (relation == Identities.Relation.FORGOTTEN) {
      walk.reportOpaque(control, candidate, IdBindings.FORGOTTEN);
    } else if (relation != Identities.Relation.PAIRED) {
      boolean before = relation == Identities.Relation.TAKEN;
      String reason = before ? IdBindings.TAKEN : IdBindings.TAKEN_HERE;
      walk.reportDifference(DifferenceKind.VALUE, control, candidate, reason);
    }
  }

  private static void compareByComparator(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    String difference = node.comparatorDifference(control, candidate, walk.resolver);
    if (difference == null) {
      if (walk.hits.isCounting() && walk.trials.areDifferentWithoutRules(control, candidate)) {
        walk.hits.count(node.comparator);
      }
    } else if (difference.isEmpty()) {
      walk.reportDifference(DifferenceKind.VALUE, control, candidate);
    } else {
      walk.reportOpaque(control, candidate, difference);
    }
  }

  private static boolean areEmpty(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    if (!EmptyValues.isEmpty(control, node) || !EmptyValues.isEmpty(candidate, node)) {
      return false;
    }
    if (walk.hits.isCounting() && walk.trials.areDifferentWithoutRules(control, candidate)) {
      walk.hits.count(node.nullIsEmpty);
    }
    return true;
  }

  /**
   * Compares as documents where a side is a text with a document; returns false where neither is.
   */
  private static boolean areDocuments(
      Walk walk,
      @Nullable Object control,
      @Nullable Object candidate,
      RuleNode node,
      TextFormat format) {
    String controlText = text(control);
    String candidateText = text(candidate);
    if ((controlText == null && candidateText == null) || control == null || candidate == null) {
      return false;
    }
    if (controlText != null && controlText.equals(candidateText)) {
      return true;
    }
    Object controlDocument = controlText == null ? control : document(format, controlText);
    Object candidateDocument = candidateText == null ? candidate : document(format, candidateText);
    if (controlDocument != PartLookup.ABSENT && candidateDocument != PartLookup.ABSENT) {
      long before = walk.differenceCount();
      compareDocuments(walk, controlDocument, candidateDocument, node.inDocument());
      walk.hits.count(walk.differenceCount() == before ? node.parse : null);
      return true;
    }
    if (controlDocument == candidateDocument || controlText == null || candidateText == null) {
      return false;
    }
    String side = controlDocument == PartLookup.ABSENT ? "control" : "candidate";
    walk.reportDifference(
        DifferenceKind.VALUE, control, candidate, "the " + side + "'s text is not " + format);
    return true;
  }

  /**
   * Compares two documents; a document that is only a text is not parsed again.
   *
   * @param node the rules for the place inside a document
   */
  private static void compareDocuments(
      Walk walk, @Nullable Object control, @Nullable Object candidate, RuleNode node) {
    if (text(control) == null && text(candidate) == null) {
      walk.compare(control, candidate, node);
    } else if (control != null && candidate != null) {
      ShapeComparison.compare(
          walk, StandardShapes.of(control), control, StandardShapes.of(candidate), candidate, node);
    } else {
      walk.reportDifference(DifferenceKind.VALUE, control, candidate);
    }
  }

  /** Returns the text of an object; null where it is not a text. */
  static @Nullable String text(@Nullable Object object) {
    if (object == null) {
      return null;
    }
    Shape shape = StandardShapes.of(object);
    return shape.kind() == Kind.SCALAR && shape.scalar() == Scalar.TEXT
        ? ScalarComparison.text(shape, object)
        : null;
  }

  /** Parses a text; returns {@link PartLookup#ABSENT} where it contains no document. */
  static @Nullable Object document(TextFormat format, String text) {
    try {
      return format.read(text);
    } catch (Documents.Malformed none) {
      return PartLookup.ABSENT;
    }
  }
}
