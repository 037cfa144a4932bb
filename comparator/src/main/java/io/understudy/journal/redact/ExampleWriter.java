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
  private final PreparedExample evidence;

  private ExampleWriter(JsonGenerator out, PreparedExample evidence) {
    this.out = out;
    this.evidence = evidence;
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
    head(out, example);
    new ExampleWriter(out, PreparedExample.of(example, redaction)).body();
  }

  /**
   * Writes the fields of an example that need no access to its values.
   *
   * @param out a generator within an open object
   * @param why why the values are absent, one clause
   */
  public static void writeBare(JsonGenerator out, Example example, String why) throws IOException {
    head(out, example);
    out.writeStringField("unwritten", why);
  }

  private static void head(JsonGenerator out, Example example) throws IOException {
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

  private void body() throws IOException {
    differences();
    side("control", evidence.control);
    side("candidate", evidence.candidate);
    out.writeFieldName("arguments");
    values(ROOM_OF_A_PART).array(evidence.arguments, evidence.root.part("arguments"));
    if (evidence.given != null) {
      out.writeFieldName("given");
      values(ROOM_OF_A_PART).array(evidence.given, evidence.root.part("arguments"));
    }
  }

  private void differences() throws IOException {
    out.writeArrayFieldStart("differences");
    long room = ROOM_OF_A_PART;
    for (PreparedExample.PreparedDifference place : evidence.differences) {
      if (room <= 0) {
        break;
      }
      room -= difference(place);
    }
    out.writeEndArray();
  }

  private long difference(PreparedExample.PreparedDifference place) throws IOException {
    String path =
        EntryText.clean(EntryText.clip(PathText.of(place.path, evidence.root, evidence.secrets)));
    String signature = EntryText.clean(EntryText.clip(place.difference.signature()));
    out.writeStartObject();
    out.writeStringField("path", path);
    out.writeStringField("kind", place.difference.kind().name());
    out.writeStringField("signature", signature);
    long room = value("control", place.control, place.cover);
    room += value("candidate", place.candidate, place.cover);
    judgement(place);
    out.writeEndObject();
    return room + path.length() + signature.length();
  }

  private void judgement(PreparedExample.PreparedDifference place) throws IOException {
    if (!evidence.isMasked(place)) {
      BigDecimal delta = place.difference.delta();
      if (delta != null && delta.precision() <= MOST_DIGITS) {
        out.writeStringField("delta", delta.toString());
      }
      explained(place.difference.explanations());
    }
    String acceptedBy = place.difference.acceptedBy();
    if (acceptedBy != null) {
      out.writeStringField("accepted", EntryText.clean(acceptedBy));
    }
  }

  private void explained(List<Explanation> explanations) throws IOException {
    if (explanations.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("explained");
    for (Explanation explanation : explanations) {
      out.writeString(EntryText.clean(explanation.name()));
    }
    out.writeEndArray();
  }

  private long value(String name, @Nullable Object value, RedactionState cover) throws IOException {
    ValueWriter values = values(ROOM_OF_A_DIFFERENCE);
    String type = typeOf(value);
    out.writeFieldName(name);
    if (value instanceof ThrownException) {
      thrown((ThrownException) value);
    } else {
      values.value(value, cover);
    }
    if (type != null) {
      out.writeStringField(name + "Type", EntryText.clean(type));
    }
    return ROOM_OF_A_DIFFERENCE - values.room();
  }

  private void side(String name, PreparedExample.@Nullable PreparedOutcome side)
      throws IOException {
    if (side == null) {
      return;
    }
    out.writeObjectFieldStart(name);
    if (side.thrown == null) {
      out.writeFieldName("returned");
      values(ROOM_OF_A_PART).value(side.value, evidence.root);
    } else {
      out.writeFieldName("threw");
      thrown(side.thrown);
    }
    if (side.arguments != null) {
      out.writeFieldName("arguments");
      values(ROOM_OF_A_PART).array(side.arguments, evidence.root.part("arguments"));
    }
    out.writeEndObject();
  }

  private void thrown(ThrownException thrown) throws IOException {
    RedactionState cover = evidence.root.part(PreparedExample.EXCEPTION);
    out.writeStartObject();
    exception(thrown, cover);
    if (!thrown.causes().isEmpty()) {
      out.writeArrayFieldStart("causes");
      for (int i = 0; i < thrown.causes().size(); i++) {
        out.writeStartObject();
        exception(thrown.causes().get(i), cover.part("causes").index(i));
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void exception(ThrownException thrown, RedactionState cover) throws IOException {
    out.writeStringField("class", EntryText.clean(thrown.className()));
    String message = thrown.message();
    if (message == null) {
      return;
    }
    boolean covered = cover.part("message").isCovered();
    String shown = covered ? Secrets.MASK : evidence.secrets.mask(message, ValueWriter.MOST_TEXT);
    out.writeStringField("message", EntryText.clean(shown));
    if (!covered && message.length() > ValueWriter.MOST_TEXT) {
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

  private ValueWriter values(long room) {
    return new ValueWriter(out, evidence.secrets, room);
  }
}
