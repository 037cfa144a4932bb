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
 * Reads a JSON text (RFC 8259, strictly) without recursion. Used once; not thread-safe.
 *
 * <p>Jackson's streaming parser was tried and not taken: it reads escapes whose digits are beyond
 * ASCII, which needs a scan of our own, it saves 38 of 249 lines, and comparing needs the JDK only.
 */
final class JsonTextReader {
  /** What a container gives before its first value. */
  private static final Object NOTHING = new Object();

  private final JsonScanner in;
  private final Deque<Level> open = new ArrayDeque<>();

  JsonTextReader(String text) {
    this.in = new JsonScanner(text);
  }

  /** An object or array under way: one of the two. */
  private static final class Level {
    final @Nullable Map<String, @Nullable Object> object;
    final List<@Nullable Object> array;
    String name = "";

    Level(boolean isObject) {
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
    in.space();
    Object value = value();
    while (!open.isEmpty()) {
      Level level = open.element();
      if (value != NOTHING) {
        level.add(value);
      }
      value = next(level);
    }
    in.space();
    if (!in.isAtEnd()) {
      throw in.malformed("more text after its end");
    }
    return value;
  }

  /** The next value within a container; the container itself where it ends. */
  private @Nullable Object next(Level level) throws Documents.Malformed {
    in.space();
    if (in.takes(level.object == null ? ']' : '}')) {
      open.pop();
      return level.done();
    }
    if (!level.isEmpty()) {
      in.expect(',');
      in.space();
    }
    if (level.object != null) {
      name(level, level.object);
    }
    return value();
  }

  private void name(Level level, Map<String, @Nullable Object> object) throws Documents.Malformed {
    in.expect('"');
    level.name = in.text();
    if (object.containsKey(level.name)) {
      throw in.malformed("an object that has one name twice, which is never read,");
    }
    in.space();
    in.expect(':');
    in.space();
  }

  /** A value without parts; {@link #NOTHING} where a container begins. */
  private @Nullable Object value() throws Documents.Malformed {
    boolean isObject = in.takes('{');
    if (isObject || in.takes('[')) {
      if (open.size() == Documents.MOST_DEPTH) {
        throw in.malformed("more than " + Documents.MOST_DEPTH + " levels");
      }
      open.push(new Level(isObject));
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
