package io.understudy.report.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.RecordedDifference;
import io.understudy.journal.RecordedOutcome;
import io.understudy.journal.RecordedThrown;
import io.understudy.report.summary.ExampleCall;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of an example. Values of the application are texts that hold JSON, as in the
 * journal, so the shape of the document does not depend on them.
 */
final class JsonExample {
  private final JsonGenerator out;

  JsonExample(JsonGenerator out) {
    this.out = out;
  }

  void write(ExampleCall example) throws IOException {
    ExampleEntry entry = example.entry();
    out.writeStringField("at", Instant.ofEpochMilli(entry.atMillis()).toString());
    out.writeStringField("session", example.session());
    out.writeStringField("host", example.host());
    out.writeStringField("fate", entry.fate().wireName());
    nanos("controlNanos", entry.controlNanos());
    nanos("candidateNanos", entry.candidateNanos());
    out.writeArrayFieldStart("arguments");
    for (String argument : entry.arguments()) {
      out.writeString(argument);
    }
    out.writeEndArray();
    if (entry.given() != null) {
      out.writeArrayFieldStart("given");
      for (String argument : entry.given()) {
        out.writeString(argument);
      }
      out.writeEndArray();
    }
    outcome("control", entry.control());
    outcome("candidate", entry.candidate());
    out.writeNumberField("differenceCount", entry.differenceCount());
    out.writeArrayFieldStart("differences");
    for (RecordedDifference difference : entry.differences()) {
      out.writeStartObject();
      out.writeStringField("path", difference.path());
      out.writeStringField("kind", difference.kind());
      out.writeStringField("signature", difference.signature());
      out.writeStringField("control", difference.control());
      out.writeStringField("candidate", difference.candidate());
      if (difference.delta() != null) {
        out.writeStringField("delta", difference.delta());
      }
      if (!difference.explained().isEmpty()) {
        out.writeArrayFieldStart("explained");
        for (String explanation : difference.explained()) {
          out.writeString(explanation);
        }
        out.writeEndArray();
      }
      if (difference.accepted() != null) {
        out.writeStringField("accepted", difference.accepted());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void outcome(String name, @Nullable RecordedOutcome outcome) throws IOException {
    if (outcome == null) {
      out.writeNullField(name);
      return;
    }
    out.writeObjectFieldStart(name);
    RecordedThrown thrown = outcome.thrown();
    if (thrown == null) {
      out.writeStringField("returned", outcome.value());
    } else {
      out.writeStringField("threw", thrown.className());
      out.writeStringField("message", thrown.message());
    }
    out.writeEndObject();
  }

  private void nanos(String name, long nanos) throws IOException {
    if (nanos >= 0) {
      out.writeNumberField(name, nanos);
    }
  }
}
