package io.understudy.value.contents;

import io.understudy.value.Origin;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.regex.Pattern;

/** Names of types that promise an order of their elements, and of types that promise none. */
final class OrderedTypes {
  private static final Set<String> BAGS =
      new HashSet<>(
          Arrays.asList(
              "java.util.HashMap$Values",
              "java.util.Hashtable$ValueCollection",
              "java.util.IdentityHashMap$Values",
              "java.util.WeakHashMap$Values",
              "java.util.concurrent.ConcurrentHashMap$ValuesView",
              "java.util.concurrent.DelayQueue",
              "java.util.concurrent.PriorityBlockingQueue",
              "org.apache.commons.collections.BinaryHeap",
              "org.apache.commons.collections.buffer.PriorityBuffer"));

  /** The simple names of bags and heaps, whatever their library. */
  private static final Pattern BAG =
      Pattern.compile("(.*[.$])?\\w*(Bag|Multiset|MultiSet|PriorityQueue)");

  /** Parts of the simple names of maps and sets that keep an order. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "(.*[.$])?(\\w*(Linked|Ordered|Sorted|Sequenced|Navigable|Tree|SkipList|Enum)\\w*"
              + "(Map|Multimap|Set)|\\w*Array(Map|Set))");

  private static final Set<String> IMMUTABLE_OF_GUAVA =
      new HashSet<>(
          Arrays.asList(
              "com.google.common.collect.ImmutableMap",
              "com.google.common.collect.ImmutableMultimap",
              "com.google.common.collect.ImmutableSet"));

  private OrderedTypes() {}

  static Set<String> names(Class<?> type) {
    return new HashSet<>(Origin.typeNames(type));
  }

  static boolean isBag(Set<String> names) {
    for (String name : names) {
      if (BAGS.contains(name) || BAG.matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a map, a set or a multimap promises an order. */
  static boolean isOrdered(Set<String> names) {
    for (String name : names) {
      if (IMMUTABLE_OF_GUAVA.contains(name) || ORDERED.matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is a wrapper of {@code java.util.Collections}, around an unknown collection. */
  static boolean isWrapper(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Synchronized")
        || name.startsWith("java.util.Collections$Checked");
  }

  /**
   * The order of a wrapper whose field cannot be read. Its spliterator is that of the collection
   * inside; the default one of {@code Collection} says nothing about the order. The values of a
   * {@code Hashtable} have that one, but also their own iterator.
   */
  static CollectionOrder ofUnreadable(Collection<?> wrapper) {
    if (wrapper.iterator().getClass().getName().equals("java.util.Hashtable$Enumerator")) {
      return CollectionOrder.BAG;
    }
    Spliterator<?> inside = wrapper.spliterator();
    boolean unknown =
        inside.getClass().getName().equals("java.util.Spliterators$IteratorSpliterator");
    return unknown || inside.hasCharacteristics(Spliterator.ORDERED)
        ? CollectionOrder.LIST
        : CollectionOrder.BAG;
  }
}
