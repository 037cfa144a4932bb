package io.understudy.tool.host.build;

import io.understudy.value.Kind;
import io.understudy.value.named.KeyOrder;
import io.understudy.value.named.ShapeOutline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes empty collections and maps of the JDK. The class is that of the control's collection, where
 * it is one of the usual ones; hash tables are made as linked ones, so that they iterate in the
 * order of the control's. Stateless.
 */
final class Containers {
  private Containers() {}

  /** Returns an empty collection of a type; null if there is none that fits the target. */
  static @Nullable Collection<Object> collection(Class<?> target, ShapeOutline type) {
    for (Supplier<Collection<Object>> each : collections(type)) {
      Collection<Object> empty = each.get();
      if (target.isInstance(empty)) {
        return empty;
      }
    }
    return null;
  }

  @SuppressWarnings("JdkObsolete") // The control has such a collection.
  private static List<Supplier<Collection<Object>>> collections(ShapeOutline type) {
    switch (type.typeName()) {
      case "java.util.LinkedList":
        return Collections.singletonList(LinkedList::new);
      case "java.util.Vector":
        return Collections.singletonList(Vector::new);
      case "java.util.Stack":
        return Collections.singletonList(Stack::new);
      case "java.util.ArrayDeque":
        return Collections.singletonList(ArrayDeque::new);
      case "java.util.concurrent.CopyOnWriteArrayList":
        return Collections.singletonList(CopyOnWriteArrayList::new);
      default:
        if (type.kind() == Kind.LIST || type.isBag()) {
          return Arrays.asList(ArrayList::new, LinkedList::new);
        }
        return isSorted(type)
            ? Collections.singletonList(() -> new TreeSet<>(comparator(type.keyOrder())))
            : Collections.singletonList(LinkedHashSet::new);
    }
  }

  private static boolean isSorted(ShapeOutline type) {
    return type.keyOrder() != KeyOrder.NONE && type.keyOrder() != KeyOrder.OTHER;
  }

  @SuppressWarnings("unchecked") // Elements that do not fit throw, which is reported.
  private static @Nullable Comparator<Object> comparator(KeyOrder order) {
    switch (order) {
      case REVERSE:
        return Collections.reverseOrder();
      case CASE_INSENSITIVE:
        return (Comparator<Object>) (Comparator<?>) String.CASE_INSENSITIVE_ORDER;
      default:
        return null;
    }
  }

  /** Returns an empty map of a type; null if there is none that fits the target. */
  static @Nullable Map<Object, Object> map(Class<?> target, ShapeOutline type) {
    Map<Object, Object> empty;
    if (isSorted(type)) {
      empty = new TreeMap<>(comparator(type.keyOrder()));
    } else if (type.typeName().equals("java.util.concurrent.ConcurrentHashMap")) {
      empty = new ConcurrentHashMap<>();
    } else {
      empty = new LinkedHashMap<>();
    }
    return target.isInstance(empty) ? empty : null;
  }

  /** Whether the control's collection refuses changes; then the candidate's does too. */
  static boolean isUnmodifiable(ShapeOutline type) {
    String name = type.typeName();
    return name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton")
        || name.startsWith("java.util.ImmutableCollections$");
  }

  /** Returns a view that refuses changes, if the target takes one; else the collection itself. */
  @SuppressWarnings("unchecked")
  static Object unmodifiable(Class<?> target, Object full) {
    Object view;
    if (full instanceof List) {
      view = Collections.unmodifiableList((List<Object>) full);
    } else if (full instanceof Set) {
      view = Collections.unmodifiableSet((Set<Object>) full);
    } else if (full instanceof Map) {
      view = Collections.unmodifiableMap((Map<Object, Object>) full);
    } else {
      view = Collections.unmodifiableCollection((Collection<Object>) full);
    }
    return target.isInstance(view) ? view : full;
  }
}
