package io.understudy.value.contents;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Recognises objects whose code is their content: lambdas that a compiler turned into classes,
 * anonymous classes that implement a functional interface, and functions of libraries. Two such
 * objects are equal only if their class is the same.
 */
public final class FunctionObjects {
  private static final Set<String> INTERFACES =
      new HashSet<>(
          Arrays.asList(
              "java.lang.Runnable",
              "java.util.concurrent.Callable",
              "java.util.Comparator",
              "org.apache.commons.collections.Transformer",
              "org.apache.commons.collections.Predicate",
              "org.apache.commons.collections.Closure",
              "org.apache.commons.collections.Factory",
              "org.apache.commons.collections4.Transformer",
              "org.apache.commons.collections4.Predicate",
              "org.apache.commons.collections4.Closure",
              "org.apache.commons.collections4.Factory",
              "org.apache.commons.collections4.Equator"));

  private static final String[] PACKAGES = {
    "java.util.function.",
    "kotlin.jvm.functions.",
    "scala.Function",
    "scala.PartialFunction",
    "io.vavr.Function",
    "io.vavr.CheckedFunction",
    "org.eclipse.collections.api.block.",
    "com.gs.collections.api.block.",
  };

  private FunctionObjects() {}

  /**
   * Whether the class of an object is a part of its content. A class of the application that has a
   * name is not: its replacement has another one.
   *
   * @param names the names of the class and all its supertypes
   */
  public static boolean isClassContent(Class<?> type, Set<String> names) {
    if (names.contains("kotlin.Function")) {
      return true;
    }
    boolean unnamed =
        type.isAnonymousClass() || type.isSynthetic() || type.getName().contains("$anonfun$");
    if (!unnamed && !ContainerLibraries.contain(type.getName())) {
      return false;
    }
    for (String name : names) {
      if (INTERFACES.contains(name) || isInPackage(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInPackage(String name) {
    for (String prefix : PACKAGES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
