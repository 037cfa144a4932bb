package io.understudy.value;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the message and the causes of an exception can be read without running code of the
 * application: classes may override {@code getMessage} and {@code getCause}. Thread-safe.
 */
public final class ForeignThrowables {
  /** A longer chain of causes is taken for a cycle. */
  private static final int MOST_CAUSES = 16;

  /** A class of the application overrides a method that is read. */
  private static final int READ = 1;

  /** A class of the application overrides a method that methods of other exceptions may call. */
  private static final int CALLED = 2;

  /** A class of the JDK overrides getMessage, and may call methods of the exception inside. */
  private static final int CALLS = 4;

  private static final RemovableClassValue<Integer> OVERRIDES =
      new RemovableClassValue<Integer>() {
        @Override
        protected Integer compute(Class<?> type) {
          return overrides(type);
        }
      };

  private ForeignThrowables() {}

  /**
   * Whether reading the message, the causes, or another value that a JDK class of the exception
   * shows, would run a method of the application.
   */
  public static boolean isForeign(Throwable thrown) {
    int all = 0;
    Throwable at = thrown;
    for (int i = 0; at != null && i < MOST_CAUSES; i++) {
      all |= OVERRIDES.get(at.getClass());
      if ((all & READ) != 0) {
        return true;
      }
      Throwable cause = Causes.of(at); // Runs no code of the application, because of the flag.
      at = cause == at ? null : cause;
    }
    return (all & CALLS) != 0 && (all & CALLED) != 0;
  }

  private static int overrides(Class<?> type) {
    int found = 0;
    try {
      for (Method method : type.getMethods()) {
        if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
          found |= Origin.isJdk(method.getDeclaringClass()) ? ofJdk(method) : own(type, method);
        }
      }
      return found;
    } catch (LinkageError unknown) {
      return READ;
    }
  }

  private static int ofJdk(Method method) {
    return method.getName().equals("getMessage") && method.getDeclaringClass() != Throwable.class
        ? CALLS
        : 0;
  }

  private static int own(Class<?> type, Method method) {
    switch (method.getName()) {
      case "getMessage":
      case "getCause":
        return READ | CALLED;
      case "toString":
      case "getLocalizedMessage":
        return CALLED;
      default:
        return isOverride(type, method) ? READ : 0;
    }
  }

  /** Whether the method overrides one that a subclass of Throwable in the JDK declares. */
  private static boolean isOverride(Class<?> type, Method method) {
    for (Class<?> at = type; at != null && at != Throwable.class; at = at.getSuperclass()) {
      if (Origin.isJdk(at) && declares(at, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(@Nullable Class<?> jdkType, Method method) {
    try {
      return jdkType != null && jdkType.getDeclaredMethod(method.getName()) != null;
    } catch (NoSuchMethodException other) {
      return false;
    }
  }
}
