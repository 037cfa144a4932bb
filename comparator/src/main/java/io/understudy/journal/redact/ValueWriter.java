package io.understudy.journal.redact;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.EntryText;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes one frozen value as JSON, redacted and within a budget of bytes. Not thread-safe.
 *
 * <p>A value that JSON supports is written as JSON. Any other value is an object whose first name
 * starts with a dollar sign. An application name that starts with a dollar sign gets one more. See
 * "How values are written" in docs/journal-format.md.
 */
final class ValueWriter {
  /** Longer texts are cut. Characters. */
  static final int MOST_TEXT = 4_096;

  /** Values at a greater depth are cut. */
  static final int MOST_DEPTH = 64;

  /** Longer keys are not written as names. Characters. */
  private static final int MOST_NAME = 256;

  /** The size of an element beyond its text: comma, quotes, brackets. Bytes, estimated. */
  private static final int OVERHEAD = 4;

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final JsonGenerator out;
  private final Secrets secrets;
  private final List<Object> ancestors = new ArrayList<>();
  private long room;

  /**
   * Creates a writer of values.
   *
   * @param room the bytes that may be written, estimated; after that, open values are closed
   */
  ValueWriter(JsonGenerator out, Secrets secrets, long room) {
    this.out = out;
    this.secrets = secrets;
    this.room = room;
  }

  /** Returns the remaining bytes, estimated; not positive when they are used up. */
  long room() {
    return room;
  }

  /** Writes values as an array until there is no more room. */
  void array(@Nullable Object[] values, RedactionState cover) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < values.length; i++) {
      if (room <= 0) {
        more(values.length - i);
        break;
      }
      value(values[i], cover.index(i));
    }
    out.writeEndArray();
  }

  /**
   * Writes a value.
   *
   * @param value null, a scalar or a frozen value
   * @param cover the redaction state of its place
   */
  void value(@Nullable Object value, RedactionState cover) throws IOException {
    room -= OVERHEAD;
    if (value == null) {
      out.writeNull();
    } else if (cover.isCovered()) {
      redacted();
    } else if (value instanceof PreparedExample.OpaqueValue) {
      opaque((PreparedExample.OpaqueValue) value);
    } else {
      Shape shape = StandardShapes.of(value);
      if (shape.kind() == Kind.SCALAR) {
        scalar(shape, value);
      } else {
        parts(shape, value, cover);
      }
    }
  }

  private void parts(Shape shape, Object value, RedactionState cover) throws IOException {
    int back = ancestors.lastIndexOf(new Same(value));
    if (back >= 0) {
      out.writeStartObject();
      out.writeNumberField("$cycle", ancestors.size() - back);
      out.writeEndObject();
      return;
    }
    if (ancestors.size() == MOST_DEPTH) {
      typed(shape, "$cut", "more than " + MOST_DEPTH + " levels deep");
      return;
    }
    ancestors.add(new Same(value));
    switch (shape.kind()) {
      case LIST:
        list(shape, value, cover);
        break;
      case SET:
        wrapped("$set", shape, value, cover);
        break;
      case OPTIONAL:
        wrapped("$optional", shape, value, cover);
        break;
      case MAP:
        map(shape, value, cover);
        break;
      case RECORD:
        record(shape, value, cover);
        break;
      default:
        typed(shape, "$opaque", shape.reason());
    }
    ancestors.remove(ancestors.size() - 1);
  }

  private void list(Shape shape, Object value, RedactionState cover) throws IOException {
    if (PrimitiveText.isChars(shape)) {
      String text = PrimitiveText.chars(shape, value, Integer.MAX_VALUE);
      out.writeStartObject();
      out.writeFieldName("$chars");
      text(text);
      out.writeEndObject();
    } else if (PrimitiveText.isBytes(shape)) {
      bytes(shape, value);
    } else {
      elements(shape, value, cover);
    }
  }

  private void bytes(Shape shape, Object value) throws IOException {
    String whole = PrimitiveText.base64(shape, value, Integer.MAX_VALUE);
    if (secrets.occurIn(whole)) {
      redacted();
      return;
    }
    out.writeStartObject();
    String shown = whole.substring(0, Math.min(whole.length(), MOST_TEXT));
    out.writeStringField("$bytes", shown);
    if (shown.length() < whole.length()) {
      out.writeNumberField("$length", shape.size(value));
    }
    out.writeEndObject();
    room -= shown.length();
  }

  private void wrapped(String mark, Shape shape, Object value, RedactionState cover)
      throws IOException {
    out.writeStartObject();
    out.writeFieldName(mark);
    elements(shape, value, cover);
    out.writeEndObject();
  }

  private void elements(Shape shape, Object value, RedactionState cover) throws IOException {
    boolean stays = shape.kind() == Kind.OPTIONAL;
    out.writeStartArray();
    Elements elements = shape.elements(value);
    for (int i = 0; elements.next(); i++) {
      if (room <= 0) {
        more(shape.size(value) - i);
        break;
      }
      value(elements.value(), stays ? cover : cover.index(i));
    }
    out.writeEndArray();
  }

  private void record(Shape shape, Object value, RedactionState cover) throws IOException {
    out.writeStartObject();
    name("$type", shape.typeName());
    List<String> names = shape.names();
    for (int i = 0; i < names.size(); i++) {
      if (room <= 0) {
        out.writeNumberField("$more", names.size() - i);
        break;
      }
      fieldName(names.get(i));
      value(shape.part(value, i), cover.part(names.get(i)));
    }
    out.writeEndObject();
  }

  private void map(Shape shape, Object value, RedactionState cover) throws IOException {
    boolean named = hasNamesForKeys(shape, value);
    out.writeStartObject();
    if (!named) {
      out.writeArrayFieldStart("$map");
    }
    Elements entries = shape.elements(value);
    for (int i = 0; entries.next(); i++) {
      if (room <= 0) {
        moreEntries(named, shape.size(value) - i);
        break;
      }
      entry(named, entries, cover);
    }
    if (!named) {
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void entry(boolean named, Elements entries, RedactionState cover) throws IOException {
    Object key = entries.key();
    RedactionState entry = cover.key(ScalarText.ofKey(key));
    if (named) {
      fieldName(ScalarText.ofKey(key));
      value(entries.value(), entry);
      return;
    }
    out.writeStartArray();
    value(key, SecretSearch.ofKey(key, cover, entry));
    value(entries.value(), entry);
    out.writeEndArray();
  }

  /** Returns whether all keys are texts that can be written whole. */
  private boolean hasNamesForKeys(Shape shape, Object map) {
    Elements entries = shape.elements(map);
    while (entries.next()) {
      Object key = entries.key();
      if (!(key instanceof String)
          || ((String) key).length() > MOST_NAME
          || EntryText.clean((String) key) != key
          || secrets.occurIn((String) key)) {
        return false;
      }
    }
    return true;
  }

  private void scalar(Shape shape, Object value) throws IOException {
    String text = ScalarText.of(shape, value);
    switch (shape.scalar()) {
      case TEXT:
      case CHARACTER:
        text(text);
        break;
      case BOOLEAN:
        out.writeBoolean(Boolean.parseBoolean(text));
        break;
      case NUMBER:
        number(text);
        break;
      default:
        room -= shape.typeName().length();
        out.writeStartObject();
        out.writeStringField("$type", EntryText.clean(shape.typeName()));
        out.writeFieldName("$value");
        text(text);
        out.writeEndObject();
    }
  }

  private void number(String text) throws IOException {
    room -= text.length();
    if (secrets.occurIn(text)) {
      redacted();
    } else if (JSON_NUMBER.matcher(text).matches()) {
      out.writeNumber(text);
    } else {
      out.writeStartObject();
      out.writeStringField("$number", text);
      out.writeEndObject();
    }
  }

  /** Writes a masked text; a text that is too long is cut and gets its length. */
  void text(String text) throws IOException {
    int most = (int) Math.max(16, Math.min(MOST_TEXT, room));
    String shown = EntryText.clean(secrets.mask(text, most));
    room -= EntryText.bytes(shown);
    if (text.length() <= most) {
      out.writeString(shown);
      return;
    }
    out.writeStartObject();
    out.writeStringField("$text", shown);
    out.writeNumberField("$length", text.length());
    out.writeEndObject();
  }

  private void fieldName(String name) throws IOException {
    room -= EntryText.bytes(name);
    out.writeFieldName(EntryText.clean(name.startsWith("$") ? "$" + name : name));
  }

  private void name(String mark, String text) throws IOException {
    room -= text.length();
    out.writeStringField(mark, EntryText.clean(text));
  }

  private void typed(Shape shape, String mark, String text) throws IOException {
    out.writeStartObject();
    name("$type", shape.typeName());
    name(mark, text);
    out.writeEndObject();
  }

  private void opaque(PreparedExample.OpaqueValue value) throws IOException {
    out.writeStartObject();
    name("$type", value.typeName);
    name("$opaque", value.reason);
    out.writeEndObject();
  }

  private void redacted() throws IOException {
    out.writeStartObject();
    out.writeBooleanField("$redacted", true);
    out.writeEndObject();
  }

  private void more(int left) throws IOException {
    out.writeStartObject();
    out.writeNumberField("$more", left);
    out.writeEndObject();
  }

  private void moreEntries(boolean named, int left) throws IOException {
    if (named) {
      out.writeNumberField("$more", left);
    } else {
      more(left);
    }
  }

  /** An ancestor that is equal only to itself. */
  private static final class Same {
    private final Object object;

    Same(Object object) {
      this.object = object;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same && object == ((Same) other).object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }
}
