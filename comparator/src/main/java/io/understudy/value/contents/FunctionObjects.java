package io.understudy.value.contents;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Recognises objects whose code is their content: lambdas that a compiler turned into classes, and
 * anonymous classes that implement a functional interface. Two such objects are equal only if their
 * class is the same.
 */
public final class FunctionObjects {
  private static final Set<String> INTERFACES =
      new HashSet<>(
          Arrays.asList(
              "java.lang.Runnable", "java.util.concurrent.Callable", "java.util.Comparator"));

  private FunctionObjects() {}

  /**
   * Whether the class of an object is a part of its content.
   *
   * @param names the names of the class and all its supertypes
   */
  public static boolean isClassContent(Class<?> type, Set<String> names) {
    if (names.contains("kotlin.Function")) {
      return true;
    }
    if (!type.isAnonymousClass()) {
      return false;
    }
    for (String name : names) {
      if (name.startsWith("java.util.function.") || INTERFACES.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
