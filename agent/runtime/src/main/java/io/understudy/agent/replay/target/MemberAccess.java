package io.understudy.agent.replay.target;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Ways into the candidate's members, of any visibility. Stateless. */
final class MemberAccess {
  private MemberAccess() {}

  /** A handle that throws what the method throws. */
  static MethodHandle handle(Method method) throws UnansweredException {
    open(method);
    try {
      return MethodHandles.lookup().unreflect(method);
    } catch (IllegalAccessException closed) {
      throw closed(method, closed);
    }
  }

  /** A handle that throws what the constructor throws. */
  static MethodHandle handle(Constructor<?> constructor) throws UnansweredException {
    open(constructor);
    try {
      return MethodHandles.lookup().unreflectConstructor(constructor);
    } catch (IllegalAccessException closed) {
      throw closed(constructor, closed);
    }
  }

  private static void open(AccessibleObject member) {
    try {
      member.setAccessible(true);
    } catch (RuntimeException closed) {
      // A named module that is not open to us (JPMS). Public members of exported packages can be
      // reached all the same; for others the lookup fails, and says so.
    }
  }

  private static UnansweredException closed(Member member, IllegalAccessException closed) {
    return new UnansweredException(
        member.getDeclaringClass().getName()
            + "#"
            + member.getName()
            + " cannot be accessed: open its package to the unnamed module",
        closed);
  }
}
