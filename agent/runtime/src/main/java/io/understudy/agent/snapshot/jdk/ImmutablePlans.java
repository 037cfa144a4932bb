package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans of the JDK's immutable collections and maps, and of the fixed-size {@code Arrays.asList}.
 * Stateless.
 */
final class ImmutablePlans {
  private ImmutablePlans() {}

  /** Returns the plan of such a class; null for other classes. */
  static @Nullable Plan of(Class<?> type) {
    String name = type.getName();
    switch (name) {
      case "java.util.Arrays$ArrayList":
        return new ArrayAsListPlan();
      case "java.util.Collections$SingletonList":
        return ContentsPlan.fixed(
            ImmutablePlans::elements, copies -> Collections.singletonList(copies[0]));
      case "java.util.Collections$SingletonSet":
        return ContentsPlan.fixed(
            ImmutablePlans::elements, copies -> Collections.singleton(copies[0]));
      case "java.util.Collections$SingletonMap":
        return ContentsPlan.fixed(
            ImmutablePlans::entries, copies -> Collections.singletonMap(copies[0], copies[1]));
      case "java.util.Collections$CopiesList":
        return ContentsPlan.fixed(
            ImmutablePlans::elements,
            copies -> Collections.unmodifiableList(Arrays.asList(copies)));
      default:
        break;
    }
    if (name.startsWith("java.util.Collections$Empty")) {
      return Plan.REFERENCE;
    }
    return name.startsWith("java.util.ImmutableCollections$") ? immutable(type) : null;
  }

  private static Plan immutable(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return ContentsPlan.fixed(ImmutablePlans::entries, ImmutablePlans::mapOf);
    }
    return Set.class.isAssignableFrom(type)
        ? ContentsPlan.fixed(ImmutablePlans::elements, copies -> of(Set.class, copies))
        : ContentsPlan.fixed(ImmutablePlans::elements, ImmutablePlans::listOf);
  }

  private static @Nullable Object[] elements(Object live, CopyWalk walk) throws Uncapturable {
    walk.meterElements(((Collection<?>) live).size());
    return ((Collection<?>) live).toArray();
  }

  private static @Nullable Object[] entries(Object live, CopyWalk walk) throws Uncapturable {
    walk.meterElements(2 * ((Map<?, ?>) live).size());
    List<@Nullable Object> all = new ArrayList<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) live).entrySet()) {
      all.add(entry.getKey());
      all.add(entry.getValue());
    }
    return all.toArray();
  }

  // Stream.toList() may return such a list with nulls, which List.of refuses.
  private static Object listOf(@Nullable Object[] copies) {
    return Arrays.asList(copies).contains(null)
        ? Collections.unmodifiableList(Arrays.asList(copies))
        : of(List.class, copies);
  }

  private static Object mapOf(@Nullable Object[] copies) {
    Map.Entry<?, ?>[] entries = new Map.Entry<?, ?>[copies.length / 2];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          new java.util.AbstractMap.SimpleImmutableEntry<>(copies[2 * i], copies[2 * i + 1]);
    }
    MethodType type = MethodType.methodType(Map.class, Map.Entry[].class);
    return invoke(find(Map.class, "ofEntries", type), entries);
  }

  private static Object of(Class<?> type, @Nullable Object[] copies) {
    return invoke(find(type, "of", MethodType.methodType(type, Object[].class)), copies);
  }

  // These methods came with Java 9, like the classes that need them.
  private static MethodHandle find(Class<?> in, String name, MethodType type) {
    try {
      return MethodHandles.publicLookup().findStatic(in, name, type).asFixedArity();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object invoke(MethodHandle of, @Nullable Object[] array) {
    try {
      return of.invoke(array);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
