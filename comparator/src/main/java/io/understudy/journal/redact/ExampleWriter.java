package io.understudy.journal.redact;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.compare.ThrownException;
import io.understudy.compare.explain.Explanation;
import io.understudy.journal.EntryText;
import io.understudy.journal.Example;
import io.understudy.value.view.StandardShapes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an example as JSON, redacted and limited for any values. Not thread-safe. */
public final class ExampleWriter {
  /** The limit for the arguments, and for the outcome of each side. Bytes, estimated. */
  private static final long ROOM_OF_A_PART = 64 << 10;

  /** The limit for each value of a difference. Bytes, estimated. */
  private static final long ROOM_OF_A_DIFFERENCE = 4 << 10;

  /** A delta with more digits is omitted. */
  private static final int MOST_DIGITS = 200;

  private final JsonGenerator out;
  private final PreparedExample prepared;

  private ExampleWriter(JsonGenerator out, PreparedExample prepared) {
    this.out = out;
    this.prepared = prepared;
  }

  /**
   * Writes all fields of an example.
   *
   * @param out a generator within an open object
   * @param redaction what is masked
   * @throws RuntimeException when a value cannot be read
   */
  public static void write(JsonGenerator out, Example example, Redaction redaction)
      throws IOException {
    writeHead(out, example);
    new ExampleWriter(out, PreparedExample.of(example, redaction)).writeBody();
  }

  /**
   * Writes the fields of an example that need no access to its values.
   *
   * @param out a generator within an open object
   * @param why why the values are absent, one clause
   */
  public static void writeBare(JsonGenerator out, Example example, String why) throws IOException {
    writeHead(out, example);
    out.writeStringField("unwritten", why);
  }

  private static void writeHead(JsonGenerator out, Example example) throws IOException {
    out.writeStringField("entry", "example");
    out.writeStringField("point", EntryText.clean(example.point()));
    out.writeStringField("fate", example.fate().wireName());
    out.writeStringField("at", Instant.ofEpochMilli(example.atMillis()).toString());
    String reason = example.reason();
    if (reason != null) {
      out.writeStringField("reason", EntryText.clean(EntryText.clip(reason)));
    }
    if (example.controlNanos() >= 0) {
      out.writeNumberField("controlNanos", example.controlNanos());
    }
    if (example.candidateNanos() >= 0) {
      out.writeNumberField("candidateNanos", example.candidateNanos());
    }
    out.writeNumberField("differenceCount", example.differenceCount());
  }

  private void writeBody() throws IOException {
    writeDifferences();
    writeSide("control", prepared.control);
    writeSide("candidate", prepared.candidate);
    out.writeFieldName("arguments");
    valueWriter(ROOM_OF_A_PART).writeArray(prepared.arguments, prepared.root.part("arguments"));
    if (prepared.given != null) {
      out.writeFieldName("given");
      valueWriter(ROOM_OF_A_PART).writeArray(prepared.given, prepared.root.part("arguments"));
    }
  }

  private void writeDifferences() throws IOException {
    out.writeArrayFieldStart("differences");
    long room = ROOM_OF_A_PART;
    for (PreparedExample.PreparedDifference difference : prepared.differences) {
      if (room <= 0) {
        break;
      }
      room -= writeDifference(difference);
    }
    out.writeEndArray();
  }

  private long writeDifference(PreparedExample.PreparedDifference difference) throws IOException {
    String path =
        EntryText.clean(
            EntryText.clip(PathText.of(difference.path, prepared.root, prepared.secrets)));
    String signature = EntryText.clean(EntryText.clip(difference.source.signature()));
    out.writeStartObject();
    out.writeStringField("path", path);
    out.writeStringField("kind", difference.source.kind().name());
    out.writeStringField("signature", signature);
    long room = writeValue("control", difference.control, difference.state);
    room += writeValue("candidate", difference.candidate, difference.state);
    writeJudgement(difference);
    out.writeEndObject();
    return room + path.length() + signature.length();
  }

  private void writeJudgement(PreparedExample.PreparedDifference difference) throws IOException {
    if (!prepared.isMasked(difference)) {
      BigDecimal delta = difference.source.delta();
      if (delta != null && delta.precision() <= MOST_DIGITS) {
        out.writeStringField("delta", delta.toString());
      }
      writeExplanations(difference.source.explanations());
    }
    String acceptedBy = difference.source.acceptedBy();
    if (acceptedBy != null) {
      out.writeStringField("accepted", EntryText.clean(acceptedBy));
    }
  }

  private void writeExplanations(List<Explanation> explanations) throws IOException {
    if (explanations.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("explained");
    for (Explanation explanation : explanations) {
      out.writeString(EntryText.clean(explanation.name()));
    }
    out.writeEndArray();
  }

  private long writeValue(String name, @Nullable Object value, RedactionState state)
      throws IOException {
    ValueWriter values = valueWriter(ROOM_OF_A_DIFFERENCE);
    String type = typeOf(value);
    out.writeFieldName(name);
    if (value instanceof ThrownException) {
      writeThrown((ThrownException) value);
    } else {
      values.writeValue(value, state);
    }
    if (type != null) {
      out.writeStringField(name + "Type", EntryText.clean(type));
    }
    return ROOM_OF_A_DIFFERENCE - values.room();
  }

  private void writeSide(String name, PreparedExample.@Nullable PreparedOutcome side)
      throws IOException {
    if (side == null) {
      return;
    }
    out.writeObjectFieldStart(name);
    if (side.thrown == null) {
      out.writeFieldName("returned");
      valueWriter(ROOM_OF_A_PART).writeValue(side.value, prepared.root);
    } else {
      out.writeFieldName("threw");
      writeThrown(side.thrown);
    }
    if (side.arguments != null) {
      out.writeFieldName("arguments");
      valueWriter(ROOM_OF_A_PART).writeArray(side.arguments, prepared.root.part("arguments"));
    }
    out.writeEndObject();
  }

  private void writeThrown(ThrownException thrown) throws IOException {
    RedactionState state = prepared.root.part(PreparedExample.EXCEPTION);
    out.writeStartObject();
    writeException(thrown, state);
    if (!thrown.causes().isEmpty()) {
      out.writeArrayFieldStart("causes");
      for (int i = 0; i < thrown.causes().size(); i++) {
        out.writeStartObject();
        writeException(thrown.causes().get(i), state.part("causes").index(i));
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void writeException(ThrownException thrown, RedactionState state) throws IOException {
    out.writeStringField("class", EntryText.clean(thrown.className()));
    String message = thrown.message();
    if (message == null) {
      return;
    }
    boolean isCovered = state.part("message").isCovered();
    String shown = isCovered ? Secrets.MASK : prepared.secrets.mask(message, ValueWriter.MOST_TEXT);
    out.writeStringField("message", EntryText.clean(shown));
    if (!isCovered && message.length() > ValueWriter.MOST_TEXT) {
      out.writeNumberField("messageLength", message.length());
    }
  }

  private static @Nullable String typeOf(@Nullable Object value) {
    if (value instanceof ThrownException) {
      return ((ThrownException) value).className();
    }
    if (value instanceof PreparedExample.OpaqueValue) {
      return ((PreparedExample.OpaqueValue) value).typeName;
    }
    return value == null ? null : StandardShapes.of(value).typeName();
  }

  private ValueWriter valueWriter(long room) {
    return new ValueWriter(out, prepared.secrets, room);
  }
}
