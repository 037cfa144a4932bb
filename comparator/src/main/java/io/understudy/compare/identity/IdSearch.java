package io.understudy.compare.identity;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the ids in objects, by namespace. Not thread-safe. */
public final class IdSearch {
  private final Map<String, Set<Id>> found = new HashMap<>();
  private final Deque<Object> objects = new ArrayDeque<>();
  private final Deque<IdPaths.Place> places = new ArrayDeque<>();
  private final IdentityHashMap<Object, Set<IdPaths.Place>> seen = new IdentityHashMap<>();

  /**
   * Searches an object, live or frozen, at any depth. Cyclic and shared objects are searched once.
   *
   * @param place the place of the object; null when it can contain no id
   * @return this search
   */
  public IdSearch in(@Nullable Object object, IdPaths.@Nullable Place place) {
    push(object, place);
    while (!objects.isEmpty()) {
      visit(objects.pop(), places.pop());
    }
    return this;
  }

  /** Returns all ids that were found, by namespace. Live, not a copy. */
  public Map<String, Set<Id>> found() {
    return found;
  }

  /** Returns whether this id was found. */
  public boolean has(String namespace, Id id) {
    Set<Id> ids = found.get(namespace);
    return ids != null && ids.contains(id);
  }

  private void push(@Nullable Object object, IdPaths.@Nullable Place place) {
    if (object != null && place != null) {
      objects.push(object);
      places.push(place);
    }
  }

  private void visit(Object object, IdPaths.Place place) {
    Shape shape = StandardShapes.of(object);
    if (shape.kind() == Kind.SCALAR) {
      String namespace = place.namespace();
      Id id = namespace == null ? null : Id.of(object);
      if (namespace != null && id != null) {
        found.computeIfAbsent(namespace, n -> new LinkedHashSet<>()).add(id);
      }
      return;
    }
    if (shape.kind() == Kind.OPTIONAL) {
      Elements content = shape.elements(object);
      boolean isNew = seen.computeIfAbsent(object, o -> new LinkedHashSet<>()).add(place);
      if (isNew && content.next()) {
        push(content.value(), place);
      }
    } else if (place.leadsOn()
        && seen.computeIfAbsent(object, o -> new LinkedHashSet<>()).add(place)) {
      pushParts(shape, object, place);
    }
  }

  private void pushParts(Shape shape, Object object, IdPaths.Place place) {
    if (shape.kind() == Kind.RECORD) {
      List<String> names = shape.names();
      for (int i = 0; i < names.size(); i++) {
        IdPaths.Place next = place.step(names.get(i));
        if (next != null) {
          push(shape.part(object, i), next);
        }
      }
      return;
    }
    Elements all = shape.elements(object);
    for (int i = 0; all.next(); i++) {
      String step = shape.kind() == Kind.MAP ? label(all.key()) : Integer.toString(i);
      push(all.value(), place.step(step));
    }
  }

  /** Returns the text of a map key in paths. */
  public static String label(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    Shape shape = StandardShapes.of(key);
    return shape.kind() == Kind.SCALAR ? shape.plain(key).toString() : shape.typeName();
  }
}
