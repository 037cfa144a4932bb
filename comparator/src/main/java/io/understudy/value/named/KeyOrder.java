package io.understudy.value.named;

import io.understudy.value.Origin;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** By what a sorted collection of the JDK sorts, as far as that has a name in every JVM. */
public enum KeyOrder {
  /** Not a sorted collection, or it is not known whether it is one. */
  NONE,
  /** By {@code compareTo}. */
  NATURAL,
  /** By {@code Collections.reverseOrder()}. */
  REVERSE,
  /** By {@code String.CASE_INSENSITIVE_ORDER}. */
  CASE_INSENSITIVE,
  /** By another comparator, which is not carried. */
  OTHER;

  /** The order of a live object; runs no code outside of the JDK. */
  public static KeyOrder of(Object live) {
    if (!Origin.isJdk(live.getClass())) {
      return NONE;
    }
    if (live instanceof SortedMap) {
      return of(((SortedMap<?, ?>) live).comparator());
    }
    return live instanceof SortedSet ? of(((SortedSet<?>) live).comparator()) : NONE;
  }

  private static KeyOrder of(@Nullable Comparator<?> comparator) {
    if (comparator == null) {
      return NATURAL;
    }
    // By identity: equals of a comparator may be code of the application.
    if (comparator == Collections.reverseOrder()) {
      return REVERSE;
    }
    return comparator == String.CASE_INSENSITIVE_ORDER ? CASE_INSENSITIVE : OTHER;
  }
}
