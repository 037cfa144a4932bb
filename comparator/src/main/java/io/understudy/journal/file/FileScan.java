package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.json.EntryReader;
import io.understudy.value.CountText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Reads the lines of one file and checks them. */
final class FileScan {
  private final String path;
  private final boolean compressed;
  private final JournalVisitor visitor;
  private final boolean examples;
  private final ChainCheck chain;
  private final FileSummary summary;
  private final EntryReader entries = new EntryReader();
  private long line;
  private boolean refused;

  FileScan(Path file, boolean verifying, JournalVisitor visitor) {
    this.path = file.toString();
    this.compressed = FileNames.isCompressed(file);
    this.visitor = visitor;
    this.examples = visitor.wantsExamples();
    this.chain = new ChainCheck(verifying);
    this.summary = new FileSummary(path);
  }

  /** Returns what remains known of the file. */
  FileSummary summary() {
    return summary;
  }

  /** Reads to the end, unless the file is refused. */
  void read(LineSource lines) throws IOException {
    while (!refused && lines.next()) {
      line++;
      if (!lines.isWhole()) {
        reportTornLine();
      } else if (lines.isTooLong()) {
        reportLongLine(lines);
      } else {
        readLine(lines);
      }
    }
    if (!refused) {
      checkEnd();
    }
  }

  private void readLine(LineSource lines) {
    if (!examples && EntryReader.isExample(lines.array(), lines.start(), lines.length())) {
      chain.addLine(lines.array(), lines.start(), lines.length());
      return;
    }
    Object entry = null;
    String broken = null;
    try {
      entry = entries.read(lines.array(), lines.start(), lines.length());
    } catch (IOException | RuntimeException malformed) {
      broken = String.valueOf(malformed.getMessage());
    }
    if (entry instanceof SealEntry) {
      readSeal((SealEntry) entry, lines);
      return;
    }
    chain.addLine(lines.array(), lines.start(), lines.length());
    if (line == 1 && !(entry instanceof SessionEntry)) {
      refuse("line 1 is not a session entry, so nothing in this file can be attributed to a JVM");
    } else if (broken != null) {
      report(JournalProblem.Kind.BROKEN, broken + "; the line is skipped");
    } else if (entry != null) {
      deliver(entry);
    }
  }

  private void deliver(Object entry) {
    if (entry instanceof TallyEntry) {
      summary.add((TallyEntry) entry);
      visitor.tally((TallyEntry) entry);
    } else if (entry instanceof ExampleEntry) {
      visitor.example((ExampleEntry) entry);
    } else if (entry instanceof PointEntry) {
      visitor.point((PointEntry) entry);
    } else if (entry instanceof HeartbeatEntry) {
      visitor.heartbeat((HeartbeatEntry) entry);
    } else if (entry instanceof CloseEntry) {
      summary.close = (CloseEntry) entry;
      visitor.close((CloseEntry) entry);
    } else {
      readSession((SessionEntry) entry);
    }
  }

  private void readSession(SessionEntry session) {
    if (line > 1) {
      report(JournalProblem.Kind.BROKEN, "a second session entry; the line is skipped");
      return;
    }
    if (session.format() > SessionEntry.FORMAT) {
      refuse(
          "the file has format "
              + session.format()
              + ", this reader supports formats up to "
              + SessionEntry.FORMAT
              + ": read it with a newer version");
      return;
    }
    summary.session = session;
    visitor.session(session);
    if (session.revision() > SessionEntry.REVISION) {
      report(
          JournalProblem.Kind.UNKNOWN,
          "the file has revision "
              + session.revision()
              + " of format "
              + session.format()
              + ", this reader supports revision "
              + SessionEntry.REVISION
              + ": its additions are skipped");
    }
  }

  private void readSeal(SealEntry seal, LineSource lines) {
    String problem = chain.checkSeal(seal, line, lines.array(), lines.start(), lines.length());
    if (problem != null) {
      report(JournalProblem.Kind.CHAIN, problem);
    }
    summary.lastSeal = seal.sha256();
    if (line == 1) {
      refuse("line 1 is not a session entry, so nothing in this file can be attributed to a JVM");
    } else {
      visitor.seal(seal);
    }
  }

  private void reportTornLine() {
    summary.endsUnsealed = true;
    if (compressed) {
      report(
          JournalProblem.Kind.BROKEN, "the last line has no end, although the file is compressed");
    } else {
      report(
          JournalProblem.Kind.LIVE,
          "the last line is incomplete: the file is still being written, or its JVM was killed");
    }
  }

  private void reportLongLine(LineSource lines) {
    chain.addLine(lines.array(), lines.start(), lines.length());
    report(
        JournalProblem.Kind.BROKEN,
        "the line has more than " + EntryReader.MOST_LINE_BYTES + " bytes; the line is skipped");
  }

  private void checkEnd() {
    if (line == 0) {
      report(
          JournalProblem.Kind.LIVE,
          "the file is empty: its JVM has not written yet, or could not write");
      return;
    }
    if (chain.unsealedLines() > 0) {
      summary.endsUnsealed = true;
      report(
          compressed ? JournalProblem.Kind.CHAIN : JournalProblem.Kind.UNSEALED,
          "lines after the last seal: " + chain.unsealedLines());
    }
    reportUnknown();
  }

  private void reportUnknown() {
    entries
        .unknownEntries()
        .forEach(
            (type, count) ->
                report(
                    JournalProblem.Kind.UNKNOWN,
                    CountText.of(count, "entry", "entries")
                        + " of the unknown type \""
                        + type
                        + (count == 1 ? "\" was skipped" : "\" were skipped")));
    if (!entries.unknownFields().isEmpty()) {
      report(
          JournalProblem.Kind.UNKNOWN, "unknown fields were skipped: " + entries.unknownFields());
    }
  }

  /** Reports that the file could not be read to its end. */
  void reportFailure(IOException failure) {
    boolean cut = failure instanceof EOFException || failure instanceof ZipException;
    summary.endsUnsealed = true;
    report(
        line == 0 ? JournalProblem.Kind.REFUSED : JournalProblem.Kind.BROKEN,
        cut
            ? "the compressed data ends early or is damaged after this line; restore the file"
            : "the file cannot be read: " + failure);
  }

  private void refuse(String why) {
    refused = true;
    report(JournalProblem.Kind.REFUSED, why + "; none of it is used");
  }

  private void report(JournalProblem.Kind kind, String what) {
    visitor.problem(new JournalProblem(kind, path, line, what));
  }
}
