package io.understudy.compare.rule;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an object for a user's comparator. It consists of unmodifiable objects of JDK classes,
 * and shares no mutable object with the application.
 *
 * <p>A scalar becomes its plain form: a text a {@code String}, an enum constant its name, a point
 * in time an {@code Instant}. A list, an array or a set becomes an unmodifiable {@code List}, and a
 * map an unmodifiable {@code Map}. A record becomes a {@code Map} from the names of its parts, and
 * an {@code Optional} its content or null. Cycles and shared references stay.
 */
final class PlainCopy {
  private static final int MAX_OBJECTS = 100_000;
  private static final int MAX_DEPTH = 500;

  private final Map<Object, Object> copies = new IdentityHashMap<>();
  private int objects;

  private PlainCopy() {}

  /**
   * Copies an object, live or frozen.
   *
   * @throws UncopyableException when the object is opaque, too large or too deep, or a map whose
   *     keys have equal copies
   */
  static @Nullable Object of(@Nullable Object object) throws UncopyableException {
    return new PlainCopy().copy(object, 0);
  }

  private @Nullable Object copy(@Nullable Object object, int depth) throws UncopyableException {
    if (object == null) {
      return null;
    }
    Shape shape = StandardShapes.of(object);
    if (shape.kind() == Kind.SCALAR) {
      return scalar(shape, object);
    }
    Object known = copies.get(object);
    if (known != null) {
      return known;
    }
    if (depth == MAX_DEPTH || ++objects > MAX_OBJECTS) {
      throw new UncopyableException(
          "it is deeper than "
              + MAX_DEPTH
              + " levels, or has more than "
              + MAX_OBJECTS
              + " objects");
    }
    switch (shape.kind()) {
      case OPAQUE:
        throw new UncopyableException(shape.reason());
      case OPTIONAL:
        Elements content = shape.elements(object);
        return content.next() ? copy(content.value(), depth + 1) : null;
      case RECORD:
        return record(shape, object, depth);
      case MAP:
        return map(shape, object, depth);
      default:
        return list(shape, object, depth);
    }
  }

  // The plain form of a scalar of sort OTHER is the scalar itself; the application may change it.
  private static Object scalar(Shape shape, Object object) {
    boolean held = shape.scalar() == Scalar.OTHER && !shape.immutable();
    return shape.plain(held ? shape.keep(object) : object);
  }

  private Object list(Shape shape, Object object, int depth) throws UncopyableException {
    List<@Nullable Object> target = new ArrayList<>();
    List<@Nullable Object> copy = Collections.unmodifiableList(target);
    copies.put(object, copy);
    Elements all = shape.elements(object);
    while (all.next()) {
      count();
      target.add(copy(all.value(), depth + 1));
    }
    return copy;
  }

  private Object record(Shape shape, Object object, int depth) throws UncopyableException {
    Map<Object, @Nullable Object> target = new LinkedHashMap<>();
    Map<Object, @Nullable Object> copy = Collections.unmodifiableMap(target);
    copies.put(object, copy);
    for (int i = 0; i < shape.names().size(); i++) {
      target.put(shape.names().get(i), copy(shape.part(object, i), depth + 1));
    }
    return copy;
  }

  private Object map(Shape shape, Object object, int depth) throws UncopyableException {
    Map<@Nullable Object, @Nullable Object> target = new LinkedHashMap<>();
    Map<@Nullable Object, @Nullable Object> copy = Collections.unmodifiableMap(target);
    copies.put(object, copy);
    int entries = 0;
    Elements all = shape.elements(object);
    while (all.next()) {
      count();
      target.put(copy(all.key(), depth + 1), copy(all.value(), depth + 1));
      entries++;
    }
    if (target.size() < entries) {
      throw new UncopyableException("it is a map in which two keys look the same");
    }
    return copy;
  }

  private void count() throws UncopyableException {
    if (++objects > MAX_OBJECTS) {
      throw new UncopyableException("it has more than " + MAX_OBJECTS + " values");
    }
  }

  /** An object cannot be copied. Has no stack trace. */
  static final class UncopyableException extends Exception {
    private static final long serialVersionUID = 1;

    /** One clause, without values. */
    final String reason;

    UncopyableException(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }
}
