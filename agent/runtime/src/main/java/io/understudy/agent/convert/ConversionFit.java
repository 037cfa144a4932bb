package io.understudy.agent.convert;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;

/**
 * Tells from declared classes whether objects may be converted, so that a method that never fits is
 * refused before its first call. Stateless.
 */
public final class ConversionFit {
  private ConversionFit() {}

  /** Whether some objects of a declared class may become objects of another. */
  public static boolean mayConvert(Class<?> from, Class<?> to) {
    Class<?> source = TargetType.of(from).boxed();
    Class<?> target = TargetType.of(to).boxed();
    if (target == Optional.class || isOpen(source) || (isOpen(target) && !isJdk(target))) {
      return true;
    }
    Shape shape = StandardShapes.ofInstances(source);
    if (shape.dependsOnObject()) {
      return true;
    }
    switch (shape.kind()) {
      case SCALAR:
        return isScalarOf(shape.scalar(), target);
      case RECORD:
        return Map.class.isAssignableFrom(target)
            || (!isJdk(target) && StandardShapes.ofInstances(target).kind() == Kind.RECORD);
      case MAP:
        return Map.class.isAssignableFrom(target);
      case LIST:
      case SET:
        return target.isArray() || Iterable.class.isAssignableFrom(target);
      default:
        return shape.kind() == Kind.OPTIONAL;
    }
  }

  private static boolean isScalarOf(Scalar sort, Class<?> target) {
    Shape shape = StandardShapes.ofInstances(target);
    if (shape.kind() != Kind.SCALAR) {
      return false;
    }
    return sort == shape.scalar() || (isWritten(sort) && isWritten(shape.scalar()));
  }

  private static boolean isWritten(Scalar sort) {
    return sort == Scalar.TEXT || sort == Scalar.CHARACTER || sort == Scalar.ENUM;
  }

  /** Whether objects of other classes are usual where this class is declared. */
  private static boolean isOpen(Class<?> type) {
    boolean isAbstract = type.isInterface() || Modifier.isAbstract(type.getModifiers());
    if (type.isArray() || !isAbstract) {
      return type == Object.class;
    }
    return !Iterable.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type);
  }

  private static boolean isJdk(Class<?> type) {
    return type.getName().startsWith("java.");
  }
}
