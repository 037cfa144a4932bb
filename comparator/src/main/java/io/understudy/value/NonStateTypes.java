package io.understudy.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Types of fields that are no state of an object: loggers, locks, and Groovy's table of methods.
 * Such fields are no parts of a record. A logger or lock in any other place is opaque.
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
              "groovy.lang.MetaClass",
              "org.slf4j.Logger",
              "org.apache.logging.log4j.Logger",
              "org.apache.commons.logging.Log",
              "org.apache.log4j.Category",
              "org.jboss.logging.BasicLogger"));

  private NonStateTypes() {}

  /** Whether a field with this declared type is no state of its object. */
  public static boolean is(Class<?> declared) {
    return !declared.isPrimitive() && !declared.isArray() && areAmong(Origin.names(declared));
  }

  /**
   * Whether one of the names is the name of such a type.
   *
   * @param names the names of a class and all its supertypes
   */
  public static boolean areAmong(Collection<String> names) {
    return !Collections.disjoint(names, NAMES);
  }
}
