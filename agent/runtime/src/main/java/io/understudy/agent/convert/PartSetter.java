package io.understudy.agent.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Sets one part of a new object, or gives it to its builder. Immutable. */
final class PartSetter {
  private final TargetType type;
  private final MethodHandle handle;

  private PartSetter(TargetType type, MethodHandle handle) {
    this.type = type;
    this.handle = handle;
  }

  /** A method with one parameter; {@code owner} is the class of the objects. */
  static PartSetter of(Method method, TargetType owner) throws ConversionException {
    TargetType type =
        owner
            .as(method.getDeclaringClass())
            .resolve(method.getGenericParameterTypes(), method.getParameterTypes())
            .get(0);
    return new PartSetter(
        type,
        Members.handle(method)
            .asType(MethodType.methodType(Object.class, Object.class, Object.class)));
  }

  /** A field. */
  static PartSetter of(Field field, TargetType owner) throws ConversionException {
    return new PartSetter(
        owner.as(field.getDeclaringClass()).resolve(field.getGenericType()),
        Members.setter(field)
            .asType(MethodType.methodType(Object.class, Object.class, Object.class)));
  }

  /** The type that it takes. */
  TargetType type() {
    return type;
  }

  /**
   * Sets the part.
   *
   * @return what the method returns, such as the next builder
   */
  @Nullable Object set(Object object, @Nullable Object value) throws Throwable {
    return (@Nullable Object) handle.invokeExact(object, value);
  }
}
