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
  void writeArray(@Nullable Object[] values, RedactionState state) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < values.length; i++) {
      if (room <= 0) {
        writeMore(values.length - i);
        break;
      }
      writeValue(values[i], state.index(i));
    }
    out.writeEndArray();
  }

  /**
   * Writes a value.
   *
   * @param value null, a scalar or a frozen value
   * @param state the redaction state of its place
   */
  void writeValue(@Nullable Object value, RedactionState state) throws IOException {
    room -= OVERHEAD;
    if (value == null) {
      out.writeNull();
    } else if (state.isCovered()) {
      writeRedacted();
    } else if (value instanceof PreparedExample.OpaqueValue) {
      writeOpaque((PreparedExample.OpaqueValue) value);
    } else {
      Shape shape = StandardShapes.of(value);
      if (shape.kind() == Kind.SCALAR) {
        writeScalar(shape, value);
      } else {
        writeParts(shape, value, state);
      }
    }
  }

  private void writeParts(Shape shape, Object value, RedactionState state) throws IOException {
    int back = ancestors.lastIndexOf(new IdentityKey(value));
    if (back >= 0) {
      out.writeStartObject();
      out.writeNumberField("$cycle", ancestors.size() - back);
      out.writeEndObject();
      return;
    }
    if (ancestors.size() == MOST_DEPTH) {
      writeTyped(shape, "$cut", "more than " + MOST_DEPTH + " levels deep");
      return;
    }
    ancestors.add(new IdentityKey(value));
    switch (shape.kind()) {
      case LIST:
        writeList(shape, value, state);
        break;
      case SET:
        writeWrapped("$set", shape, value, state);
        break;
      case OPTIONAL:
        writeWrapped("$optional", shape, value, state);
        break;
      case MAP:
        writeMap(shape, value, state);
        break;
      case RECORD:
        writeRecord(shape, value, state);
        break;
      default:
        writeTyped(shape, "$opaque", shape.reason());
    }
    ancestors.remove(ancestors.size() - 1);
  }

  private void writeList(Shape shape, Object value, RedactionState state) throws IOException {
    if (PrimitiveText.isChars(shape)) {
      String text = PrimitiveText.chars(shape, value, Integer.MAX_VALUE);
      out.writeStartObject();
      out.writeFieldName("$chars");
      writeText(text);
      out.writeEndObject();
    } else if (PrimitiveText.isBytes(shape)) {
      writeBytes(shape, value);
    } else {
      writeElements(shape, value, state);
    }
  }

  private void writeBytes(Shape shape, Object value) throws IOException {
    String whole = PrimitiveText.base64(shape, value, Integer.MAX_VALUE);
    if (secrets.occurIn(whole)) {
      writeRedacted();
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

  private void writeWrapped(String mark, Shape shape, Object value, RedactionState state)
      throws IOException {
    out.writeStartObject();
    out.writeFieldName(mark);
    writeElements(shape, value, state);
    out.writeEndObject();
  }

  private void writeElements(Shape shape, Object value, RedactionState state) throws IOException {
    boolean keepsState = shape.kind() == Kind.OPTIONAL;
    out.writeStartArray();
    Elements elements = shape.elements(value);
    for (int i = 0; elements.next(); i++) {
      if (room <= 0) {
        writeMore(shape.size(value) - i);
        break;
      }
      writeValue(elements.value(), keepsState ? state : state.index(i));
    }
    out.writeEndArray();
  }

  private void writeRecord(Shape shape, Object value, RedactionState state) throws IOException {
    out.writeStartObject();
    writeMark("$type", shape.typeName());
    List<String> names = shape.names();
    for (int i = 0; i < names.size(); i++) {
      if (room <= 0) {
        out.writeNumberField("$more", names.size() - i);
        break;
      }
      writeFieldName(names.get(i));
      writeValue(shape.part(value, i), state.part(names.get(i)));
    }
    out.writeEndObject();
  }

  private void writeMap(Shape shape, Object value, RedactionState state) throws IOException {
    boolean hasNames = hasNamesForKeys(shape, value);
    out.writeStartObject();
    if (!hasNames) {
      out.writeArrayFieldStart("$map");
    }
    Elements entries = shape.elements(value);
    for (int i = 0; entries.next(); i++) {
      if (room <= 0) {
        writeMoreEntries(hasNames, shape.size(value) - i);
        break;
      }
      writeEntry(hasNames, entries, state);
    }
    if (!hasNames) {
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void writeEntry(boolean hasNames, Elements entries, RedactionState state)
      throws IOException {
    Object key = entries.key();
    RedactionState entry = state.key(ScalarText.ofKey(key));
    if (hasNames) {
      writeFieldName(ScalarText.ofKey(key));
      writeValue(entries.value(), entry);
      return;
    }
    out.writeStartArray();
    writeValue(key, SecretSearch.keyState(key, state, entry));
    writeValue(entries.value(), entry);
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

  private void writeScalar(Shape shape, Object value) throws IOException {
    String text = ScalarText.of(shape, value);
    switch (shape.scalar()) {
      case TEXT:
      case CHARACTER:
        writeText(text);
        break;
      case BOOLEAN:
        out.writeBoolean(Boolean.parseBoolean(text));
        break;
      case NUMBER:
        writeNumber(text);
        break;
      default:
        room -= shape.typeName().length();
        out.writeStartObject();
        out.writeStringField("$type", EntryText.clean(shape.typeName()));
        out.writeFieldName("$value");
        writeText(text);
        out.writeEndObject();
    }
  }

  private void writeNumber(String text) throws IOException {
    room -= text.length();
    if (secrets.occurIn(text)) {
      writeRedacted();
    } else if (JSON_NUMBER.matcher(text).matches()) {
      out.writeNumber(text);
    } else {
      out.writeStartObject();
      out.writeStringField("$number", text);
      out.writeEndObject();
    }
  }

  /** Writes a masked text; a text that is too long is cut and gets its length. */
  void writeText(String text) throws IOException {
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

  private void writeFieldName(String name) throws IOException {
    room -= EntryText.bytes(name);
    out.writeFieldName(EntryText.clean(name.startsWith("$") ? "$" + name : name));
  }

  private void writeMark(String mark, String text) throws IOException {
    room -= text.length();
    out.writeStringField(mark, EntryText.clean(text));
  }

  private void writeTyped(Shape shape, String mark, String text) throws IOException {
    out.writeStartObject();
    writeMark("$type", shape.typeName());
    writeMark(mark, text);
    out.writeEndObject();
  }

  private void writeOpaque(PreparedExample.OpaqueValue value) throws IOException {
    out.writeStartObject();
    writeMark("$type", value.typeName);
    writeMark("$opaque", value.reason);
    out.writeEndObject();
  }

  private void writeRedacted() throws IOException {
    out.writeStartObject();
    out.writeBooleanField("$redacted", true);
    out.writeEndObject();
  }

  private void writeMore(int left) throws IOException {
    out.writeStartObject();
    out.writeNumberField("$more", left);
    out.writeEndObject();
  }

  private void writeMoreEntries(boolean hasNames, int left) throws IOException {
    if (hasNames) {
      out.writeNumberField("$more", left);
    } else {
      writeMore(left);
    }
  }

  /** An ancestor that is equal only to itself. */
  private static final class IdentityKey {
    private final Object object;

    IdentityKey(Object object) {
      this.object = object;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof IdentityKey && object == ((IdentityKey) other).object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }
}
