package io.understudy.report.render.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it is shown: numbers as they were written, parts in their order. Immutable.
 *
 * @param kind what it is
 * @param text a scalar's text: a string without its quotes, a number as written; empty otherwise
 * @param parts parts of an object or elements of a list
 */
record JsonTree(Kind kind, String text, List<Part> parts) {
  /** What a value is. */
  enum Kind {
    OBJECT,
    LIST,
    STRING,
    /** A number, true, false or null. */
    LITERAL
  }

  /**
   * A part of an object, or an element of a list.
   *
   * @param name of the part; empty for an element
   * @param value what stands there
   */
  record Part(String name, JsonTree value) {}

  private static final JsonFactory JSON = new JsonFactory();

  /** Reads one value; null where the text is none, or is nested deeper than 1,000 levels. */
  static @Nullable JsonTree read(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      JsonToken first = parser.nextToken();
      return first == null ? null : value(parser, first);
    } catch (IOException broken) {
      return null;
    }
  }

  private static JsonTree value(JsonParser parser, JsonToken token) throws IOException {
    List<Part> parts = new ArrayList<>();
    switch (token) {
      case START_OBJECT -> {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parts.add(new Part(name, value(parser, parser.nextToken())));
        }
        return new JsonTree(Kind.OBJECT, "", parts);
      }
      case START_ARRAY -> {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          parts.add(new Part("", value(parser, t)));
        }
        return new JsonTree(Kind.LIST, "", parts);
      }
      case VALUE_STRING -> {
        return new JsonTree(Kind.STRING, parser.getText(), parts);
      }
      default -> {
        return new JsonTree(Kind.LITERAL, parser.getText(), parts);
      }
    }
  }

  /** The part of that name; null where there is none. */
  @Nullable JsonTree part(String name) {
    for (Part part : parts) {
      if (part.name().equals(name)) {
        return part.value();
      }
    }
    return null;
  }

  /** Whether it has parts to go into. */
  boolean nested() {
    return !parts.isEmpty();
  }
}
