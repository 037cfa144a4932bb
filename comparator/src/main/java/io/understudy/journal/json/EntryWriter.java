package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.CloseEntry;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes entries as lines into a buffer; a failed entry is removed from it. Not thread-safe. */
public final class EntryWriter {
  private final LineBuffer lines;
  private JsonGenerator out;

  /** Whether the generator is between two entries; false after a failed entry. */
  private boolean ready = true;

  /** Creates a writer that appends to this buffer. */
  public EntryWriter(LineBuffer lines) {
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

  /** Writes the first line of a file. */
  public void session(SessionEntry session) {
    line(out -> SessionJson.write(out, session));
  }

  /** Writes a call point. */
  public void point(PointEntry point) {
    line(out -> PointJson.write(out, point));
  }

  /** Writes the counts of a call point and minute. */
  public void tally(TallyEntry tally) {
    line(out -> TallyJson.write(out, tally));
  }

  /** Writes a sign of life. */
  public void heartbeat(HeartbeatEntry beat) {
    line(out -> HeartbeatJson.write(out, beat));
  }

  /** Writes the end of a session. */
  public void close(CloseEntry close) {
    line(out -> CloseJson.write(out, close));
  }

  /** Returns the line of a seal, its end included. */
  public static byte[] line(SealEntry seal) {
    return SealJson.line(seal);
  }

  /**
   * Writes one line; the body writes the fields between the braces.
   *
   * @throws RuntimeException an exception of the body; the buffer is then unchanged
   */
  public void line(Body body) {
    int start = lines.size();
    long before = lines.lines();
    if (!ready) {
      // The generator is inside an unfinished value and may hold bytes back. Not replaced at once,
      // since the failure may have been an OutOfMemoryError.
      out = generator(lines);
    }
    ready = false;
    try {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
      out.flush();
      lines.write('\n');
      lines.line();
      ready = true;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      if (!ready) {
        lines.cutTo(start, before);
      }
    }
  }

  /** Writes the fields of an entry. */
  public interface Body {
    /** Writes fields and leaves the object open. */
    void write(JsonGenerator out) throws IOException;
  }
}
