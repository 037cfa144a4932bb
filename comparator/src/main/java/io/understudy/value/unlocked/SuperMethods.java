package io.understudy.value.unlocked;

import io.understudy.value.JdkFields;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of a JDK class on objects of its subclasses, without the methods by which the
 * subclasses override them, as {@code super.method()} does. Stateless and thread-safe.
 */
final class SuperMethods {
  private SuperMethods() {}

  /**
   * The handle {@code (Object) -> Object} that runs a class's own implementation of a method.
   *
   * @return null if the class has no such method, or its package is not open to this module
   */
  static @Nullable MethodHandle of(Class<?> owner, String name, Class<?> result) {
    MethodHandle found = find(owner, name, MethodType.methodType(result));
    return found == null ? null : found.asType(MethodType.methodType(Object.class, Object.class));
  }

  /** As {@link #of}, for a method that returns an int: {@code (Object) -> int}. */
  static @Nullable MethodHandle ofInt(Class<?> owner, String name) {
    MethodHandle found = find(owner, name, MethodType.methodType(int.class));
    return found == null ? null : found.asType(MethodType.methodType(int.class, Object.class));
  }

  /** As {@link #of}, for a method with one int parameter, which is always {@code argument}. */
  static @Nullable MethodHandle with(Class<?> owner, String name, Class<?> result, int argument) {
    MethodHandle found = find(owner, name, MethodType.methodType(result, int.class));
    return found == null
        ? null
        : MethodHandles.insertArguments(found, 1, argument)
            .asType(MethodType.methodType(Object.class, Object.class));
  }

  private static @Nullable MethodHandle find(Class<?> owner, String name, MethodType type) {
    if (!JdkFields.isOpen(owner)) {
      return null;
    }
    try {
      return lookup(owner).findSpecial(owner, name, type, owner);
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return null;
    }
  }

  // MethodHandles.privateLookupIn exists since Java 9; Java 8 does not hide the field.
  private static MethodHandles.Lookup lookup(Class<?> owner) throws ReflectiveOperationException {
    try {
      return (MethodHandles.Lookup)
          MethodHandles.class
              .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
              .invoke(null, owner, MethodHandles.lookup());
    } catch (NoSuchMethodException java8) {
      Field all = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
      all.setAccessible(true);
      return ((MethodHandles.Lookup) all.get(null)).in(owner);
    }
  }
}
