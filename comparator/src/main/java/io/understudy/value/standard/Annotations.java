package io.understudy.value.standard;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The shape of annotations that the JVM made: values, compared by their equals, which compares the
 * members. The JVM implements them as dynamic proxies with a handler of the JDK.
 */
final class Annotations {
  private static final String HANDLER = "sun.reflect.annotation.AnnotationInvocationHandler";

  private Annotations() {}

  /** The shape of the proxies of an annotation type; null for every other class. */
  static @Nullable Shape of(Class<?> type) {
    if (!Annotation.class.isAssignableFrom(type) || !Proxy.isProxyClass(type)) {
      return null;
    }
    String name = type.getInterfaces()[0].getName();
    Shape value = ShapeFactory.scalar(type, Scalar.OTHER, UnaryOperator.identity());
    Shape other =
        ShapeFactory.opaque(name, "a dynamic proxy of " + name + " cannot be looked into");
    return ShapeFactory.perObject(
        name,
        true,
        live ->
            Proxy.getInvocationHandler(live).getClass().getName().equals(HANDLER) ? value : other);
  }
}
