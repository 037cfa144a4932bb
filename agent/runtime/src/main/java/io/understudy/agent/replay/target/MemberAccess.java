package io.understudy.agent.replay.target;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Gives access to methods and constructors of any visibility. Stateless. */
final class MemberAccess {
  private MemberAccess() {}

  /** Returns a handle that throws the exceptions of the method unwrapped. */
  static MethodHandle handle(Method method) throws UnansweredException {
    tryOpen(method);
    try {
      return MethodHandles.lookup().unreflect(method);
    } catch (IllegalAccessException closed) {
      throw inaccessible(method, closed);
    }
  }

  /**
   * Returns the method, opened for reflection.
   *
   * @throws UnansweredException when it cannot be accessed
   */
  static Method open(Method method) throws UnansweredException {
    try {
      method.setAccessible(true);
    } catch (RuntimeException closed) {
      int owner = method.getDeclaringClass().getModifiers();
      if (!Modifier.isPublic(method.getModifiers()) || !Modifier.isPublic(owner)) {
        throw inaccessible(method, closed);
      }
    }
    return method;
  }

  /** Returns a handle that throws the exceptions of the constructor unwrapped. */
  static MethodHandle handle(Constructor<?> constructor) throws UnansweredException {
    tryOpen(constructor);
    try {
      return MethodHandles.lookup().unreflectConstructor(constructor);
    } catch (IllegalAccessException closed) {
      throw inaccessible(constructor, closed);
    }
  }

  private static void tryOpen(AccessibleObject member) {
    try {
      member.setAccessible(true);
    } catch (RuntimeException closed) {
      // The package of a named module is not open (JPMS). Public members of exported packages are
      // accessible anyway; for others the lookup fails with its reason.
    }
  }

  private static UnansweredException inaccessible(Member member, Exception closed) {
    return new UnansweredException(
        member.getDeclaringClass().getName()
            + "#"
            + member.getName()
            + " cannot be accessed: open its package to the unnamed module",
        closed);
  }
}
