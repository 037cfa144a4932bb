package io.understudy.agent.convert;

import io.understudy.value.Path;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts objects with named parts to maps from names to values, as {@code Map<String, Object>}
 * declares them. Inside, named parts become such maps too, constants of enums become their names,
 * and collections become lists, sets and maps. Not thread-safe.
 */
final class DocumentConversion {
  /** The type under which the run remembers objects that became parts of documents. */
  private static final String DOCUMENT = "document";

  private final ConversionRun run;

  /** The documents that lack contents. */
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /** How often a reference may have led back to a document that lacks contents. */
  private int hits;

  DocumentConversion(ConversionRun run) {
    this.run = run;
  }

  /** Converts an object with named parts to a map of the declared type. */
  Object map(Shape shape, Object source, TargetType to, Path path) throws ConversionException {
    TargetType key = to.argument(Map.class, 0);
    TargetType value = to.argument(Map.class, 1);
    boolean takesNames = key.raw().isAssignableFrom(String.class);
    if (!takesNames || !to.raw().isAssignableFrom(LinkedHashMap.class)) {
      throw ConversionException.type(path, shape.typeName(), to);
    }
    if (value.raw() == Object.class) {
      return named(shape, source, path);
    }
    Object known = run.known(source, to, path);
    if (known != null) {
      return known;
    }
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    run.became(source, to, made);
    run.late.opened(made);
    for (int i = 0; i < shape.names().size(); i++) {
      Path at = path.part(shape.names().get(i));
      if (!run.isDropped(at)) {
        made.put(shape.names().get(i), run.convert(shape.part(source, i), value, at));
      }
    }
    run.late.closed(made);
    return made;
  }

  private @Nullable Object known(Object source, Path path) throws ConversionException {
    Object known = run.known(source, DOCUMENT, path);
    if (known != null && (open.contains(known) || (hits > 0 && !open.isEmpty()))) {
      hits++;
    }
    return known;
  }

  private void opened(Object source, Object made) {
    run.became(source, DOCUMENT, made);
    open.add(made);
  }

  private Object named(Shape shape, Object source, Path path) throws ConversionException {
    Object known = known(source, path);
    if (known != null) {
      return known;
    }
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    opened(source, made);
    for (int i = 0; i < shape.names().size(); i++) {
      Path at = path.part(shape.names().get(i));
      if (!run.isDropped(at)) {
        made.put(shape.names().get(i), value(shape.part(source, i), at));
      }
    }
    open.remove(made);
    return made;
  }

  private @Nullable Object value(@Nullable Object source, Path path) throws ConversionException {
    if (source == null) {
      return null;
    }
    Shape shape = run.converter.views.shapeOf(source);
    switch (shape.kind()) {
      case SCALAR:
        // Values of the JDK stay what they are; others become their plain form.
        boolean isOwn = shape.scalar() == Scalar.ENUM || !isJdk(shape.typeName());
        return isOwn ? shape.plain(source) : source;
      case OPTIONAL:
        return value(ConversionRun.content(shape, source), path);
      case RECORD:
        return named(shape, source, path);
      case OPAQUE:
        throw ConversionException.at(path, "cannot be read: " + shape.reason());
      default:
        return elements(shape, source, path);
    }
  }

  private static boolean isJdk(String className) {
    return className.startsWith("java.");
  }

  private Object elements(Shape shape, Object source, Path path) throws ConversionException {
    Object known = known(source, path);
    if (known != null) {
      return known;
    }
    if (!shape.beside().names().isEmpty()) {
      throw ConversionException.at(
          path, "is a " + shape.typeName() + ", which adds fields to a collection");
    }
    Elements elements = shape.elements(source);
    switch (shape.kind()) {
      case MAP:
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        opened(source, map);
        while (elements.next()) {
          Object key = elements.key();
          Path at = path.key(String.valueOf(key instanceof String ? key : "*"));
          map.put(value(key, at), value(elements.value(), at));
        }
        requireAll(map.size(), shape.size(source), path);
        open.remove(map);
        return map;
      case SET:
        if (shape.isBag()) {
          return list(elements, source, path);
        }
        Set<@Nullable Object> set = new LinkedHashSet<>();
        run.unborn(source, DOCUMENT);
        while (elements.next()) {
          set.add(inSet(elements.value(), path));
        }
        requireAll(set.size(), shape.size(source), path);
        run.became(source, DOCUMENT, set);
        return set;
      default:
        return list(elements, source, path);
    }
  }

  /** The hash code of an element changes if a document inside of it lacks contents. */
  private @Nullable Object inSet(@Nullable Object element, Path path) throws ConversionException {
    int before = hits;
    Object converted = value(element, path.index(0));
    if (hits != before) {
      throw ConversionException.at(
          path, "belongs to a cycle, which a set of documents cannot keep");
    }
    return converted;
  }

  private Object list(Elements elements, Object source, Path path) throws ConversionException {
    List<@Nullable Object> list = new ArrayList<>();
    opened(source, list);
    for (int i = 0; elements.next(); i++) {
      list.add(value(elements.value(), path.index(i)));
    }
    open.remove(list);
    return list;
  }

  private static void requireAll(int found, int wanted, Path path) throws ConversionException {
    if (found != wanted) {
      throw ConversionException.at(path, "has elements or keys that are equal as a document");
    }
  }
}
