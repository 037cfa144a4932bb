package io.understudy.agent.convert;

import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.Views;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an object can be used as it is where a type is declared: it is an instance, and
 * the objects inside are what the type arguments promise. Not thread-safe.
 */
final class DirectUse {
  private final Views views;

  /** The results so far; a pair that is still being looked at counts as fitting. */
  private final Map<ObjectKey, Boolean> known = new HashMap<>();

  private int depth;

  DirectUse(Views views) {
    this.views = views;
  }

  /** Whether an object, which is not null, can be used as it is. */
  boolean fits(Object live, TargetType type) {
    if (live instanceof Frozen || !type.boxed().isInstance(live)) {
      return false;
    }
    return type.isPlain() || insideFits(live, type);
  }

  private boolean insideFits(Object live, TargetType type) {
    Class<?> raw = type.raw();
    if (raw.isArray()) {
      return live instanceof Object[]
          ? type.element().isPlain() || elementsFit(live, type.element(), null)
          : true;
    }
    ObjectKey key = new ObjectKey(live, type);
    Boolean before = known.putIfAbsent(key, true);
    if (before != null) {
      return before;
    }
    depth++;
    boolean fits = contentFits(live, type);
    depth--;
    known.put(key, fits);
    if (!fits && depth == 0) {
      // Pairs inside may have been found to fit because this pair was still assumed to.
      known.values().removeIf(result -> result);
    }
    return fits;
  }

  private boolean contentFits(Object live, TargetType type) {
    if (live instanceof Map) {
      return elementsFit(live, type.argument(Map.class, 1), type.argument(Map.class, 0));
    }
    if (live instanceof Collection) {
      return elementsFit(live, type.argument(Iterable.class, 0), null);
    }
    if (live instanceof Optional) {
      return elementsFit(live, type.argument(Optional.class, 0), null);
    }
    return partsFit(live, type);
  }

  private boolean elementsFit(Object live, TargetType element, @Nullable TargetType key) {
    if (element.equals(TargetType.OBJECT) && (key == null || key.equals(TargetType.OBJECT))) {
      return true;
    }
    Elements elements = views.shapeOf(live).elements(live);
    while (elements.next()) {
      Object value = elements.value();
      Object of = elements.key();
      if ((value != null && !fits(value, element))
          || (key != null && of != null && !fits(of, key))) {
        return false;
      }
    }
    return true;
  }

  /** Looks at the fields whose declared types contain a type variable. */
  private boolean partsFit(Object live, TargetType type) {
    Shape shape = views.shapeOf(live);
    for (int i = 0; i < shape.names().size(); i++) {
      Field field = field(type.raw(), shape.names().get(i));
      if (field == null || field.getGenericType() instanceof Class) {
        continue;
      }
      TargetType of = type.as(field.getDeclaringClass()).resolve(field.getGenericType());
      Object part = shape.part(live, i);
      if (part != null && !fits(part, of)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Field field(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    return null;
  }
}
