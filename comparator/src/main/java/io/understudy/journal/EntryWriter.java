package io.understudy.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes entries as lines into a buffer; one that fails leaves no trace in it. */
final class EntryWriter {
  private final LineBuffer lines;
  private JsonGenerator out;

  EntryWriter(LineBuffer lines) {
    this.lines = lines;
    this.out = generator(lines);
  }

  private static JsonGenerator generator(LineBuffer lines) {
    try {
      return Json.FACTORY.createGenerator(lines);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Writes one line with what the body writes between the braces. */
  void line(Body body) {
    int start = lines.size();
    boolean whole = false;
    try {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
      out.flush();
      lines.write('\n');
      lines.line();
      whole = true;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      if (!whole) {
        // The generator stands in the midst of something, and may hold bytes back.
        lines.cutTo(start);
        out = generator(lines);
      }
    }
  }

  /** Writes the fields of an entry. */
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }
}
