package io.understudy.compare.rule;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ScalarComparison;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/**
 * Values that count as null. An empty Optional is equal to null. An Optional of an empty Optional
 * differs from both; it is equal only to another one. A rule can make empty texts and containers
 * count as null too.
 */
public final class EmptyValues {
  /** A reference that refers to itself has more. */
  private static final int MAX_NESTED = 100_000;

  private EmptyValues() {}

  /**
   * Returns the nesting depth of empty Optionals: 0 for a value, 1 for null and an empty Optional,
   * 2 for an Optional that contains an empty one, and so on.
   *
   * @throws BoundedText.LimitExceeded when there are more than 100,000 Optionals inside each other
   */
  public static int nestingDepth(@Nullable Object object) {
    Object content = object;
    int depth = 0;
    while (content != null && StandardShapes.of(content).kind() == Kind.OPTIONAL) {
      Elements elements = StandardShapes.of(content).elements(content);
      content = elements.next() ? elements.value() : null;
      checkDepth(++depth);
    }
    return content == null ? Math.max(1, depth) : 0;
  }

  /**
   * Returns the content of Optionals inside each other; null where one is empty, another object as
   * it is.
   *
   * @throws BoundedText.LimitExceeded as {@link #nestingDepth} does
   */
  public static @Nullable Object content(Object object) {
    Object content = object;
    for (int depth = 0; content != null; checkDepth(++depth)) {
      Shape shape = StandardShapes.of(content);
      if (shape.kind() != Kind.OPTIONAL) {
        return content;
      }
      Elements elements = shape.elements(content);
      content = elements.next() ? elements.value() : null;
    }
    return null;
  }

  private static void checkDepth(int depth) {
    if (depth > MAX_NESTED) {
      throw new BoundedText.LimitExceeded(
          "more than " + MAX_NESTED + " Optionals or references inside each other");
    }
  }

  /** Whether an object counts as null under the rule that null is empty. */
  public static boolean isEmpty(@Nullable Object object, RuleNode node) {
    if (object == null) {
      return true;
    }
    Shape shape = StandardShapes.of(object);
    switch (shape.kind()) {
      case SCALAR:
        return shape.scalar() == Scalar.TEXT
            && node.clean(ScalarComparison.text(shape, object)).isEmpty();
      case OPTIONAL:
        Object content = content(object);
        return content == null || isEmpty(content, node);
      case LIST:
      case SET:
      case MAP:
        return shape.beside().names().isEmpty() && hasNoElement(shape, object);
      default:
        return false;
    }
  }

  // A container that throws here throws again in the comparison, which reports it.
  private static boolean hasNoElement(Shape shape, Object container) {
    try {
      return !shape.elements(container).next();
    } catch (RuntimeException | LinkageError unreadable) {
      return false;
    }
  }
}
