package io.understudy.agent.snapshot;

import io.understudy.value.Elements;
import io.understudy.value.Kind;
import io.understudy.value.Shape;
import io.understudy.value.StandardShapes;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A proxy or collection of a persistence library. While it is not loaded it cannot be captured, and
 * nothing here loads it. Once loaded, a proxy's copy is the copy of its target, and a collection's
 * a plain one with the same contents: the session behind it is not the candidate's.
 */
final class LazyPlan extends Plan {
  private final @Nullable Plan loaded;

  private LazyPlan(@Nullable Plan loaded) {
    this.loaded = loaded;
  }

  /** The plan of such a class, whose shape depends on the single object; null for others. */
  static @Nullable Plan of(Class<?> type, Shape shape) {
    if (!shape.dependsOnObject()) {
      return null;
    }
    if (SortedMap.class.isAssignableFrom(type)) {
      return new LazyPlan(SortedPlan.ofMap());
    }
    if (Map.class.isAssignableFrom(type)) {
      return new LazyPlan(new MapPlan((live, run) -> new LinkedHashMap<>()));
    }
    if (SortedSet.class.isAssignableFrom(type)) {
      return new LazyPlan(SortedPlan.ofSet());
    }
    if (Set.class.isAssignableFrom(type)) {
      return new LazyPlan(
          new CollectionPlan(LinkedHashSet.class, (live, run) -> new LinkedHashSet<>()));
    }
    boolean list = List.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    return new LazyPlan(
        list ? new CollectionPlan(ArrayList.class, (live, run) -> new ArrayList<>()) : null);
  }

  private static Shape loaded(Object live) throws Uncapturable {
    Shape shape = StandardShapes.of(live);
    if (shape.kind() == Kind.OPAQUE) {
      throw new Uncapturable(shape.reason());
    }
    return shape;
  }

  @Override
  @Nullable Object shell(Object live, Copying run) throws Uncapturable {
    loaded(live);
    return loaded == null ? null : loaded.shell(live, run);
  }

  @Override
  void fill(Object live, Object copy, Copying run) throws Uncapturable {
    if (loaded != null) {
      loaded.fill(live, copy, run);
    }
  }

  @Override
  @Nullable Object build(Object live, Copying run) throws Uncapturable {
    Elements target = loaded(live).elements(live);
    return target.next() ? run.part(target.value()) : null;
  }
}
