package io.understudy.value.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses a JSON text (RFC 8259, strict) without recursion. Use an instance once. Not thread-safe.
 *
 * <p>Jackson's streaming parser was tried and rejected. It accepts escapes with non-ASCII digits,
 * which would need an extra scan. It would save only 38 of 249 lines, and the comparator needs only
 * the JDK.
 */
final class JsonTextReader {
  /** Marks the start of a container, which has no value yet. */
  private static final Object NOTHING = new Object();

  private final JsonScanner in;
  private final Deque<OpenContainer> open = new ArrayDeque<>();

  JsonTextReader(String text) {
    this.in = new JsonScanner(text);
  }

  /** An object or array that is not closed yet; {@code object} is null for an array. */
  private static final class OpenContainer {
    final @Nullable Map<String, @Nullable Object> object;
    final List<@Nullable Object> array;
    String name = "";

    OpenContainer(boolean isObject) {
      object = isObject ? new LinkedHashMap<>() : null;
      array = isObject ? Collections.emptyList() : new ArrayList<>();
    }

    boolean isEmpty() {
      return object == null ? array.isEmpty() : object.isEmpty();
    }

    void add(@Nullable Object value) {
      if (object == null) {
        array.add(value);
      } else {
        object.put(name, value);
      }
    }

    Object done() {
      return object == null
          ? Collections.unmodifiableList(array)
          : Collections.unmodifiableMap(object);
    }
  }

  @Nullable Object document() throws Documents.Malformed {
    in.skipSpace();
    Object value = value();
    while (!open.isEmpty()) {
      OpenContainer container = open.element();
      if (value != NOTHING) {
        container.add(value);
      }
      value = next(container);
    }
    in.skipSpace();
    if (!in.isAtEnd()) {
      throw in.malformed("more text after its end");
    }
    return value;
  }

  /** The next value within a container; the container itself at its end. */
  private @Nullable Object next(OpenContainer container) throws Documents.Malformed {
    in.skipSpace();
    if (in.takes(container.object == null ? ']' : '}')) {
      open.pop();
      return container.done();
    }
    if (!container.isEmpty()) {
      in.expect(',');
      in.skipSpace();
    }
    if (container.object != null) {
      name(container, container.object);
    }
    return value();
  }

  private void name(OpenContainer container, Map<String, @Nullable Object> object)
      throws Documents.Malformed {
    in.expect('"');
    container.name = in.text();
    if (object.containsKey(container.name)) {
      throw in.malformed("an object that has one name twice, which is never read,");
    }
    in.skipSpace();
    in.expect(':');
    in.skipSpace();
  }

  /** A value without parts; {@link #NOTHING} at the start of a container. */
  private @Nullable Object value() throws Documents.Malformed {
    boolean isObject = in.takes('{');
    if (isObject || in.takes('[')) {
      if (open.size() == Documents.MOST_DEPTH) {
        throw in.malformed("more than " + Documents.MOST_DEPTH + " levels");
      }
      open.push(new OpenContainer(isObject));
      return NOTHING;
    }
    if (in.takes('"')) {
      return in.text();
    }
    if (in.takes("true")) {
      return true;
    }
    if (in.takes("false")) {
      return false;
    }
    return in.takes("null") ? null : in.number();
  }
}
