package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.understudy.journal.EntryText;
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
    entry = text(EntryText.MOST);
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
      unknown.add(EntryText.clip(entry + "." + field));
    }
    parser().skipChildren();
  }

  /** The names of unknown fields in all lines so far. */
  Set<String> unknown() {
    return unknown;
  }

  /** Returns the current value, an integer from 0 to {@code Long.MAX_VALUE}. */
  long number() throws IOException {
    return number(0, Long.MAX_VALUE);
  }

  /** Returns the current value, a number of calls or the like. */
  long count() throws IOException {
    return number(0, Ranges.MOST_COUNT);
  }

  /** Returns the current value, a minute since the epoch. */
  long minute() throws IOException {
    return number(0, Ranges.LAST_MINUTE);
  }

  /** Returns the current value, an integer in this range, both ends included. */
  long number(long least, long most) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "an integer");
    // A longer number would be converted before its range is known.
    boolean fits = parser().getTextLength() <= 20;
    long number = fits ? parser().getLongValue() : 0;
    if (!fits || number < least || number > most) {
      throw mismatch("an integer from " + least + " to " + most);
    }
    return number;
  }

  /** Returns the current value, a share from 0 to 1. */
  double share() throws IOException {
    JsonToken token = parser().currentToken();
    if (token == null || !token.isNumeric()) {
      throw mismatch("a number from 0 to 1");
    }
    double share = parser().getTextLength() > 100 ? -1 : parser().getDoubleValue();
    if (!(share >= 0 && share <= 1)) {
      throw mismatch("a number from 0 to 1");
    }
    return share;
  }

  /** Returns the current value, a text. */
  String text() throws IOException {
    return text(Ranges.MOST_TEXT);
  }

  /** Returns the current value, a text of at most this many characters. */
  String text(int most) throws IOException {
    expect(JsonToken.VALUE_STRING, "a text");
    if (parser().getTextLength() > most) {
      throw mismatch("a text of at most " + most + " characters");
    }
    return parser().getText();
  }

  /** Returns the current value, a name. */
  String name() throws IOException {
    return text(Ranges.MOST_NAME);
  }

  /** Returns the current value, a SHA-256 as hexadecimal digits. */
  String sha256() throws IOException {
    String text = text(64);
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        throw mismatch("64 lower-case hexadecimal digits");
      }
    }
    return text;
  }

  /** Returns the current value, a SHA-256 or null. */
  @Nullable String sha256OrNull() throws IOException {
    return isNull() ? null : sha256();
  }

  /** Returns whether the current value is null. */
  boolean isNull() {
    return parser().currentToken() == JsonToken.VALUE_NULL;
  }

  /** Returns the current value, a time. */
  Instant instant() throws IOException {
    String text = text(40);
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(Ranges.FIRST_TIME) && !time.isAfter(Ranges.LAST_TIME)) {
        return time;
      }
    } catch (DateTimeParseException malformed) {
      // Below.
    }
    throw new MalformedEntryException(
        "\""
            + text
            + "\" is not a time in UTC from 1970 to 2199, such as"
            + " 2026-11-20T14:40:49.123Z");
  }

  /** Enters the array that is the current value. */
  void openArray() throws IOException {
    expect(JsonToken.START_ARRAY, "an array");
  }

  /** Moves to the next element of the array, the new current value; false at its end. */
  boolean nextElement() throws IOException {
    return parser().nextToken() != JsonToken.END_ARRAY;
  }

  /** Checks the number of elements of a list before one is added. */
  void requireRoom(int size, int most) throws IOException {
    if (size >= most) {
      throw mismatch("at most " + most + " elements");
    }
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
