package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.value.Bounds;
import io.understudy.value.JdkFields;
import io.understudy.value.Meter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks in any JVM that copies of the JDK's collections iterate like their originals, find what
 * they find, and still do so after the same changes of both.
 */
public final class ContainerRun {
  private static final int SEEDS = 5;

  private static final Copier COPIER = new Copier();

  private ContainerRun() {}

  /** Throws if a copy differs; otherwise prints the number of compared collections and maps. */
  public static void main(String[] arguments) throws Exception {
    JdkFields.opened();
    int compared = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      compared += check(seed);
    }
    System.out.println(compared + (compared > 0 ? " containers" : ""));
  }

  /** Checks the containers of one seed and returns their number. */
  static int check(long seed) throws Exception {
    Map<String, Object> cases = ContainerStates.of(seed);
    for (Map.Entry<String, Object> each : cases.entrySet()) {
      try {
        check(each.getKey(), each.getValue());
      } catch (Throwable failure) {
        throw new AssertionError(each.getKey() + ": " + failure, failure);
      }
    }
    return cases.size();
  }

  private static void check(String name, Object live) throws Exception {
    List<@Nullable Object> before = contents(live);
    List<CopyCompletion> completions = new ArrayList<>();
    Object copy =
        Objects.requireNonNull(
            COPIER.copy(new Object[] {live}, new Meter(Bounds.DEFAULT), completions::add)[0]);
    for (CopyCompletion completion : completions) {
      completion.complete();
    }
    assertThat((Object) copy.getClass()).isSameAs(live.getClass());
    same(name, live, copy);
    boolean changed = change(live);
    assertThat(change(copy)).isEqualTo(changed);
    if (!name.endsWith("keys without order")) { // Their trees depend on identity hash codes.
      same(name + ", changed", live, copy);
    }
    // Until here, these keep the keys of weak maps reachable.
    assertThat(before).isNotNull();
    assertThat(completions).hasSizeLessThan(2);
  }

  private static void same(String name, Object live, Object copy) {
    assertThat(texts(contents(copy))).as(name).isEqualTo(texts(contents(live)));
    for (Object key : keys(live)) {
      assertThat(finds(copy, key)).as(name + " finds " + key).isEqualTo(finds(live, key));
    }
    for (Object key : keys(copy)) {
      assertThat(finds(copy, key)).as(name + " finds its " + key).isTrue();
    }
    assertThat(name(comparator(copy))).as(name).isEqualTo(name(comparator(live)));
  }

  private static @Nullable Object comparator(Object container) {
    return container instanceof SortedMap
        ? ((SortedMap<?, ?>) container).comparator()
        : container instanceof SortedSet ? ((SortedSet<?>) container).comparator() : null;
  }

  private static String name(@Nullable Object object) {
    return object == null ? "none" : object.getClass().getName();
  }

  private static List<String> texts(List<@Nullable Object> objects) {
    List<String> texts = new ArrayList<>();
    objects.forEach(object -> texts.add(String.valueOf(object)));
    return texts;
  }

  private static boolean finds(Object container, @Nullable Object key) {
    try {
      return container instanceof Map
          ? ((Map<?, ?>) container).containsKey(key)
          : ((Collection<?>) container).contains(key);
    } catch (NullPointerException noNulls) {
      return false;
    }
  }

  private static Collection<?> keys(Object container) {
    return container instanceof Map
        ? new ArrayList<>(((Map<?, ?>) container).keySet())
        : new ArrayList<>((Collection<?>) container);
  }

  private static List<@Nullable Object> contents(Object container) {
    List<@Nullable Object> contents = new ArrayList<>();
    if (container instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) container).entrySet()) {
        contents.add(entry.getKey());
        contents.add(entry.getValue());
      }
      contents.addAll(((Map<?, ?>) container).keySet());
      contents.addAll(((Map<?, ?>) container).values());
    } else {
      contents.addAll((Collection<?>) container);
    }
    return contents;
  }

  /** Removes and inserts; returns false where the container cannot be changed. */
  @SuppressWarnings("unchecked")
  private static boolean change(Object container) {
    try {
      if (container instanceof Map) {
        Map<Object, Object> map = (Map<Object, Object>) container;
        Object key = map.isEmpty() ? "none" : map.keySet().iterator().next();
        Object value = map.remove(key);
        for (Object each : new ArrayList<>(map.keySet())) {
          map.put(each, "again");
        }
        map.put(key, value == null ? "new" : value);
      } else {
        Collection<Object> collection = (Collection<Object>) container;
        Object first = collection.isEmpty() ? "none" : collection.iterator().next();
        collection.remove(first);
        collection.add(first);
        collection.add(first);
      }
      return true;
    } catch (UnsupportedOperationException | IllegalArgumentException | ClassCastException fixed) {
      return false;
    }
  }
}
