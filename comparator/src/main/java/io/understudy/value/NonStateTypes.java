package io.understudy.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Types of fields that stand beside an object's state and are none of it: what logs it and what
 * guards it. They are no parts of a record; as values of their own they are opaque.
 */
public final class NonStateTypes {
  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              "java.util.concurrent.locks.Lock",
              "java.util.concurrent.locks.ReadWriteLock",
              "java.util.concurrent.locks.Condition",
              "java.util.concurrent.locks.StampedLock",
              "java.util.logging.Logger",
              "java.lang.System$Logger",
              "org.slf4j.Logger",
              "org.apache.logging.log4j.Logger",
              "org.apache.commons.logging.Log",
              "org.apache.log4j.Category",
              "org.jboss.logging.BasicLogger"));

  private NonStateTypes() {}

  /** Whether a field declared with this type is no part of an object's state. */
  public static boolean is(Class<?> declared) {
    return !declared.isPrimitive() && !declared.isArray() && areAmong(Origin.names(declared));
  }

  /** Whether one of these is such a type: the names of a class and of all its supertypes. */
  public static boolean areAmong(Collection<String> names) {
    return !Collections.disjoint(names, NAMES);
  }
}
