package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cursor over the fields of one line; its exceptions say what was expected. Not thread-safe. */
final class EntryParser {
  /** The greatest number of unknown fields whose names are kept. */
  private static final int MOST_UNKNOWN = 20;

  private final Set<String> unknown = new LinkedHashSet<>();
  private byte[] line = {};
  private int offset;
  private @Nullable JsonParser parser;
  private String entry = "";

  /** Moves to the start of a line and returns the type of its entry. */
  String open(byte[] bytes, int from, int length) throws IOException {
    line = bytes;
    offset = from;
    entry = "entry";
    parser = Json.FACTORY.createParser(bytes, from, length);
    if (parser().nextToken() != JsonToken.START_OBJECT
        || !"entry".equals(parser().nextFieldName())
        || parser().nextToken() != JsonToken.VALUE_STRING) {
      throw new MalformedEntryException("the line does not begin with {\"entry\":\"...\"");
    }
    entry = parser().getText();
    return entry;
  }

  /**
   * Moves to the value of the next field and returns the field's name; null at the object's end.
   */
  @Nullable String nextField() throws IOException {
    JsonParser in = parser();
    if (in.nextToken() == JsonToken.END_OBJECT) {
      return null;
    }
    String field = in.currentName();
    in.nextToken();
    return field;
  }

  /** Moves to the first field of the object that is the current value. */
  @Nullable String firstField() throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
    return nextField();
  }

  /** Checks that nothing follows the entry. */
  void end() throws IOException {
    if (parser().nextToken() != null) {
      throw new MalformedEntryException("there is text after the " + entry + " on the same line");
    }
  }

  /** Skips a value of an unknown field. */
  void skip(String field) throws IOException {
    if (unknown.size() < MOST_UNKNOWN) {
      unknown.add(entry + "." + field);
    }
    parser().skipChildren();
  }

  /** The names of unknown fields in all lines so far. */
  Set<String> unknown() {
    return unknown;
  }

  /** Returns the current value, an integer. */
  long number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "an integer");
    return parser().getLongValue();
  }

  /** Returns the current value, any number. */
  double real() throws IOException {
    if (!parser().currentToken().isNumeric()) {
      throw mismatch("a number");
    }
    return parser().getDoubleValue();
  }

  /** Returns the current value, a text. */
  String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "a text");
    return parser().getText();
  }

  /** Returns the current value, a text or null. */
  @Nullable String textOrNull() throws IOException {
    return isNull() ? null : text();
  }

  /** Returns whether the current value is null. */
  boolean isNull() {
    return parser().currentToken() == JsonToken.VALUE_NULL;
  }

  /** Returns the current value, a time. */
  Instant instant() throws IOException {
    String text = text();
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new MalformedEntryException(
          "\"" + text + "\" is not a time in UTC such as 2026-11-20T14:40:49.123Z");
    }
  }

  /** Enters the array that is the current value. */
  void openArray() throws IOException {
    expect(JsonToken.START_ARRAY, "an array");
  }

  /** Moves to the next element of the array, the new current value; false at its end. */
  boolean nextElement() throws IOException {
    return parser().nextToken() != JsonToken.END_ARRAY;
  }

  /** Returns the JSON text of the current value, exactly as in the line. */
  String json() throws IOException {
    JsonParser in = parser();
    int start = (int) in.currentTokenLocation().getByteOffset();
    in.skipChildren();
    in.finishToken();
    int end = (int) in.currentLocation().getByteOffset();
    return new String(line, offset + start, end - start, StandardCharsets.UTF_8).trim();
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (parser().currentToken() != token) {
      throw mismatch(what);
    }
  }

  private MalformedEntryException mismatch(String what) throws IOException {
    return new MalformedEntryException(
        "expected " + what + " at " + entry + "." + parser().currentName());
  }

  private JsonParser parser() {
    JsonParser open = parser;
    if (open == null) {
      throw new IllegalStateException("no line is open");
    }
    return open;
  }
}
