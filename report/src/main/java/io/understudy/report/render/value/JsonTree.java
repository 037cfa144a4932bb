package io.understudy.report.render.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that keeps the text of numbers and the order of parts. Immutable.
 *
 * @param kind the type of the value
 * @param text the text of a scalar, a string without its quotes; empty for objects and lists
 * @param parts the parts of an object or the elements of a list
 */
record JsonTree(Kind kind, String text, List<Part> parts) {
  /** The type of a value. */
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
   * @param name the name of the part; empty for an element
   * @param value the value
   */
  record Part(String name, JsonTree value) {}

  private static final JsonFactory JSON = new JsonFactory();

  /** Parses a value; null where the text is not JSON or has more than 1,000 levels. */
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

  /** Returns the part with this name; null where there is none. */
  @Nullable JsonTree part(String name) {
    for (Part part : parts) {
      if (part.name().equals(name)) {
        return part.value();
      }
    }
    return null;
  }

  /** Whether the value has parts or elements. */
  boolean isNested() {
    return !parts.isEmpty();
  }
}
