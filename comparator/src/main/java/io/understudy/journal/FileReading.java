package io.understudy.journal;

import com.fasterxml.jackson.core.JacksonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** One pass over the lines of one file. */
final class FileReading {
  private static final byte[] EXAMPLE =
      "{\"entry\":\"example\"".getBytes(StandardCharsets.US_ASCII);

  private final String path;
  private final boolean packed;
  private final JournalVisitor visitor;
  private final boolean examples;
  private final ChainCheck chain;
  private final FileSummary summary;
  private final EntryParser parser = new EntryParser();
  private final TallyScanner scanner = new TallyScanner();
  private final Map<String, Long> unknown = new TreeMap<>();
  private long line;
  private boolean refused;

  FileReading(Path file, boolean verifying, JournalVisitor visitor) {
    this.path = file.toString();
    this.packed = FileNames.isPacked(file);
    this.visitor = visitor;
    this.examples = visitor.wantsExamples();
    this.chain = new ChainCheck(verifying);
    this.summary = new FileSummary(path);
  }

  /** What is kept of the file. */
  FileSummary summary() {
    return summary;
  }

  /** Reads to the end, unless the file is refused. */
  void read(LineSource lines) throws IOException {
    while (!refused && lines.next()) {
      line++;
      if (!lines.isWhole()) {
        torn();
      } else if (lines.isTooLong()) {
        tooLong(lines);
      } else {
        line(lines);
      }
    }
    if (!refused) {
      end();
    }
  }

  private void line(LineSource lines) {
    if (!examples && isExample(lines)) {
      chain.line(lines.array(), lines.start(), lines.length());
      return;
    }
    Object entry = null;
    String broken = null;
    try {
      entry = scanner.read(lines.array(), lines.start(), lines.length());
      if (entry == null) {
        entry = parse(lines);
      }
    } catch (JacksonException malformed) {
      broken = "not valid JSON: " + malformed.getOriginalMessage();
    } catch (IOException | RuntimeException malformed) {
      broken = String.valueOf(malformed.getMessage());
    }
    if (entry instanceof SealEntry) {
      seal((SealEntry) entry, lines);
      return;
    }
    chain.line(lines.array(), lines.start(), lines.length());
    if (line == 1 && !(entry instanceof SessionEntry)) {
      refuse("line 1 is not a session entry, so nothing in this file can be attributed to a JVM");
    } else if (broken != null) {
      tell(Problem.Kind.BROKEN, broken + "; the line is skipped");
    } else if (entry != null) {
      deliver(entry);
    }
  }

  private static boolean isExample(LineSource lines) {
    if (lines.length() < EXAMPLE.length) {
      return false;
    }
    byte[] array = lines.array();
    for (int i = 0; i < EXAMPLE.length; i++) {
      if (array[lines.start() + i] != EXAMPLE[i]) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object parse(LineSource lines) throws IOException {
    String type = parser.open(lines.array(), lines.start(), lines.length());
    Object entry;
    switch (type) {
      case "session":
        entry = SessionJson.read(parser);
        break;
      case "point":
        entry = PointJson.read(parser);
        break;
      case "tally":
        entry = TallyJson.read(parser);
        break;
      case "example":
        entry = ExampleReader.read(parser);
        break;
      case "seal":
        entry = SealJson.read(parser);
        break;
      case "close":
        entry = CloseJson.read(parser);
        break;
      default:
        unknown.merge(Texts.clip(type), 1L, Long::sum);
        return null;
    }
    parser.end();
    return entry;
  }

  private void deliver(Object entry) {
    if (entry instanceof TallyEntry) {
      summary.add((TallyEntry) entry);
      visitor.tally((TallyEntry) entry);
    } else if (entry instanceof ExampleEntry) {
      visitor.example((ExampleEntry) entry);
    } else if (entry instanceof PointEntry) {
      visitor.point((PointEntry) entry);
    } else if (entry instanceof CloseEntry) {
      summary.close = (CloseEntry) entry;
      visitor.close((CloseEntry) entry);
    } else {
      session((SessionEntry) entry);
    }
  }

  private void session(SessionEntry session) {
    if (line > 1) {
      tell(Problem.Kind.BROKEN, "a second session entry; the line is skipped");
      return;
    }
    if (session.format() > SessionEntry.FORMAT) {
      refuse(
          "the file has format "
              + session.format()
              + ", this reader knows formats up to "
              + SessionEntry.FORMAT
              + ": read it with a newer version");
      return;
    }
    summary.session = session;
    visitor.session(session);
    if (session.revision() > SessionEntry.REVISION) {
      tell(
          Problem.Kind.UNKNOWN,
          "the file has revision "
              + session.revision()
              + " of format "
              + session.format()
              + ", this reader knows revision "
              + SessionEntry.REVISION
              + ": what is new in it is skipped");
    }
  }

  private void seal(SealEntry seal, LineSource lines) {
    String wrong = chain.seal(seal, line, lines.array(), lines.start(), lines.length());
    if (wrong != null) {
      tell(Problem.Kind.CHAIN, wrong);
    }
    summary.lastSeal = seal.sha256();
    if (line == 1) {
      refuse("line 1 is not a session entry, so nothing in this file can be attributed to a JVM");
    } else {
      visitor.seal(seal);
    }
  }

  private void torn() {
    summary.endsUnsealed = true;
    if (packed) {
      tell(Problem.Kind.BROKEN, "the last line has no end, though the file was complete");
    } else {
      tell(
          Problem.Kind.LIVE,
          "the last line is not whole yet: the file is still being written, or its JVM was killed");
    }
  }

  private void tooLong(LineSource lines) {
    chain.line(lines.array(), lines.start(), lines.length());
    tell(
        Problem.Kind.BROKEN,
        "the line has more than " + Json.MOST_LINE_BYTES + " bytes; the line is skipped");
  }

  private void end() {
    if (line == 0) {
      tell(Problem.Kind.LIVE, "the file is empty: its JVM has not written yet, or could not");
      return;
    }
    if (chain.unsealed() > 0) {
      summary.endsUnsealed = true;
      tell(
          packed ? Problem.Kind.CHAIN : Problem.Kind.UNSEALED,
          "lines after the last seal: " + chain.unsealed());
    }
    tellUnknown();
  }

  private void tellUnknown() {
    unknown.forEach(
        (type, count) ->
            tell(
                Problem.Kind.UNKNOWN,
                count + " entries of the unknown type \"" + type + "\" were skipped"));
    if (!parser.unknown().isEmpty()) {
      tell(Problem.Kind.UNKNOWN, "unknown fields were skipped: " + parser.unknown());
    }
  }

  /** The file could not be read to its end. */
  void failed(IOException failure) {
    boolean cut = failure instanceof EOFException || failure instanceof ZipException;
    summary.endsUnsealed = true;
    tell(
        line == 0 ? Problem.Kind.REFUSED : Problem.Kind.BROKEN,
        cut
            ? "the compressed data ends early or is damaged behind this line; restore the file"
            : "the file cannot be read: " + failure);
  }

  private void refuse(String why) {
    refused = true;
    tell(Problem.Kind.REFUSED, why + "; none of it is used");
  }

  private void tell(Problem.Kind kind, String what) {
    visitor.problem(new Problem(kind, path, line, what));
  }
}
