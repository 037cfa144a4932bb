package io.understudy.agent.snapshot.constant;

import io.understudy.value.Origin;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Properties of a class that matter for the identity of its objects. Stateless. */
public final class InstanceControl {
  private InstanceControl() {}

  /**
   * Whether only the class itself, and the classes nested with it, can make objects: it or one of
   * its superclasses has private constructors only. Type-safe enums and singletons are like that.
   */
  public static boolean of(Class<?> type) {
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      if (hasPrivateConstructorsOnly(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPrivateConstructorsOnly(Class<?> at) {
    try {
      Constructor<?>[] all = at.getDeclaredConstructors();
      for (Constructor<?> each : all) {
        // Compilers before Java 11 add another one, through which nested classes call it.
        if (!Modifier.isPrivate(each.getModifiers()) && !each.isSynthetic()) {
          return false;
        }
      }
      return all.length > 0;
    } catch (LinkageError missing) {
      return false;
    }
  }

  /** Whether no object of the application class has any field. */
  public static boolean isStateless(Class<?> type) {
    Class<?> at = type;
    for (; !Origin.isJdk(at); at = at.getSuperclass()) {
      try {
        for (Field each : at.getDeclaredFields()) {
          if (!Modifier.isStatic(each.getModifiers())) {
            return false;
          }
        }
      } catch (LinkageError missing) {
        return false;
      }
    }
    return Origin.isStateless(at);
  }

  /**
   * Whether the class has synchronized methods: code may use such an object as a lock, which the
   * candidate must not hold.
   */
  public static boolean isLock(Class<?> type) {
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      try {
        for (Method each : at.getDeclaredMethods()) {
          int modifiers = each.getModifiers();
          if (Modifier.isSynchronized(modifiers) && !Modifier.isStatic(modifiers)) {
            return true;
          }
        }
      } catch (LinkageError missing) {
        return true;
      }
    }
    return false;
  }
}
