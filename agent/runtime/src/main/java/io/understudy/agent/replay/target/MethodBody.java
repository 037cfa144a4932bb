package io.understudy.agent.replay.target;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the body that runs when a method is called on an object: the JVM may choose an override, a
 * default method of an interface, or a bridge. Loads no class and calls no code of the application.
 * Stateless.
 */
final class MethodBody {
  private MethodBody() {}

  /**
   * Returns the method whose body runs.
   *
   * @param instance the object; null for a static method
   */
  static Method of(Method method, @Nullable Object instance) {
    if (instance == null || Modifier.isPrivate(method.getModifiers())) {
      return method;
    }
    try {
      return target(found(method, instance.getClass()));
    } catch (NoSuchMethodException | LinkageError unknown) {
      return method;
    }
  }

  /** Returns the descriptor of a method. */
  static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private static Method found(Method method, Class<?> type) throws NoSuchMethodException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Method declared = declared(method, at);
      if (declared != null) {
        return declared;
      }
    }
    return type.getMethod(method.getName(), method.getParameterTypes());
  }

  private static @Nullable Method declared(Method method, Class<?> owner) {
    Method found = null;
    for (Method each : owner.getDeclaredMethods()) {
      int modifiers = each.getModifiers();
      if (each.getName().equals(method.getName())
          && Arrays.equals(each.getParameterTypes(), method.getParameterTypes())
          && !Modifier.isStatic(modifiers)
          && !Modifier.isPrivate(modifiers)
          && !Modifier.isAbstract(modifiers)
          && (isVisible(method, owner) || each.equals(method))
          && (found == null || found.isBridge())) {
        found = each;
      }
    }
    return found;
  }

  /** Whether a class can override the method: one of another package cannot see some methods. */
  private static boolean isVisible(Method method, Class<?> from) {
    boolean ofPackage =
        !Modifier.isPublic(method.getModifiers()) && !Modifier.isProtected(method.getModifiers());
    return !ofPackage
        || (packageName(method.getDeclaringClass()).equals(packageName(from))
            && method.getDeclaringClass().getClassLoader() == from.getClassLoader());
  }

  private static String packageName(Class<?> type) {
    return type.getName().substring(0, Math.max(0, type.getName().lastIndexOf('.')));
  }

  /**
   * Returns the method that a bridge calls; the method itself if it is none, or if it is unclear.
   */
  private static Method target(Method method) {
    if (!method.isBridge()) {
      return method;
    }
    Method found = null;
    for (Method each : method.getDeclaringClass().getDeclaredMethods()) {
      if (!each.isBridge() && each.getName().equals(method.getName()) && fits(each, method)) {
        if (found != null) {
          return method;
        }
        found = each;
      }
    }
    return found == null ? method : found;
  }

  private static boolean fits(Method method, Method bridge) {
    Class<?>[] narrow = method.getParameterTypes();
    Class<?>[] wide = bridge.getParameterTypes();
    if (narrow.length != wide.length) {
      return false;
    }
    for (int i = 0; i < narrow.length; i++) {
      if (!wide[i].isAssignableFrom(narrow[i])) {
        return false;
      }
    }
    return bridge.getReturnType().isAssignableFrom(method.getReturnType());
  }
}
