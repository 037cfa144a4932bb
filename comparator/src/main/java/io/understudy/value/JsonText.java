package io.understudy.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON text without recursion. Used once; not thread-safe. */
final class JsonText {
  /** An exponent beyond this is no number that anybody means. */
  private static final int MOST_SCALE = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Documents.MOST_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE) // The text is in memory already.
                  .build())
          .build();

  private final JsonParser in;
  private final Deque<Level> open = new ArrayDeque<>();
  private @Nullable Object root;

  private JsonText(JsonParser in) {
    this.in = in;
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

    Object done() {
      return object == null
          ? Collections.unmodifiableList(array)
          : Collections.unmodifiableMap(object);
    }
  }

  static @Nullable Object read(String text) throws Documents.Malformed {
    try (JsonParser in = FACTORY.createParser(text)) {
      try {
        return new JsonText(in).value();
      } catch (JsonProcessingException malformed) {
        // Its message quotes the text.
        throw malformed("not JSON", malformed.getLocation());
      } catch (NumberFormatException tooLarge) {
        throw malformed("not JSON: a number out of range", in.currentTokenLocation());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // A text is read without input or output.
    }
  }

  private static Documents.Malformed malformed(String what, @Nullable JsonLocation at) {
    return at == null
        ? new Documents.Malformed(what, 1, 1)
        : new Documents.Malformed(what, at.getLineNr(), at.getColumnNr());
  }

  private @Nullable Object value() throws IOException, Documents.Malformed {
    for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
      token(token);
      if (open.isEmpty()) {
        if (in.nextToken() != null) {
          throw malformed("not JSON: more text after its end", in.currentTokenLocation());
        }
        return root;
      }
    }
    throw malformed("not JSON: the text ends early", in.currentLocation());
  }

  private void token(JsonToken token) throws IOException, Documents.Malformed {
    switch (token) {
      case START_OBJECT:
      case START_ARRAY:
        open.push(new Level(token == JsonToken.START_OBJECT));
        break;
      case END_OBJECT:
      case END_ARRAY:
        add(open.pop().done());
        break;
      case FIELD_NAME:
        name(in.currentName());
        break;
      case VALUE_STRING:
        add(in.getText());
        break;
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        add(number());
        break;
      case VALUE_TRUE:
      case VALUE_FALSE:
        add(token == JsonToken.VALUE_TRUE);
        break;
      default:
        add(null);
    }
  }

  private BigDecimal number() throws IOException, Documents.Malformed {
    BigDecimal number = in.getDecimalValue();
    if (Math.abs((long) number.scale()) > MOST_SCALE) {
      throw malformed("not JSON: a number out of range", in.currentTokenLocation());
    }
    return number;
  }

  private void name(String name) throws Documents.Malformed {
    Level level = open.element();
    if (level.object != null && level.object.containsKey(name)) {
      throw malformed("not read as JSON: an object has one name twice,", in.currentTokenLocation());
    }
    level.name = name;
  }

  private void add(@Nullable Object value) {
    Level level = open.peek();
    if (level == null) {
      root = value;
    } else if (level.object != null) {
      level.object.put(level.name, value);
    } else {
      level.array.add(value);
    }
  }
}
