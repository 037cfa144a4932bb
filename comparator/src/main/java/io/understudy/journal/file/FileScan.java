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
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one file and checks them.
 *
 * <p>Lines wait until the next seal. If it holds, they are delivered; else they are not, and
 * neither is anything after them: who changed a line may have sealed the rest again. Lines after
 * the last seal are never delivered, because anyone could have added them.
 */
final class FileScan {
  /** A file with more damage is not worth more of a reader's time. */
  private static final int MOST_DAMAGE = 20;

  /** What the reading did with a file that it refused or left. */
  private static final String NOT_READ = "; the rest of the file is not read";

  private final String path;
  private final boolean compressed;
  private final JournalVisitor visitor;
  private final boolean examples;
  private final ChainCheck chain;
  private final FileSummary summary;
  private final ReadBudget budget;
  private final EntryReader entries = new EntryReader();
  private final LineBatch batch = new LineBatch();
  private long line;
  private int damage;
  private boolean breached;
  private boolean stopped;

  FileScan(
      String path,
      boolean compressed,
      boolean verifying,
      JournalVisitor visitor,
      ReadBudget budget) {
    this.path = path;
    this.compressed = compressed;
    this.visitor = visitor;
    this.examples = visitor.wantsExamples();
    this.chain = new ChainCheck(verifying);
    this.summary = new FileSummary(path, budget);
    this.budget = budget;
  }

  /** Returns the number of the last line that was read. */
  long line() {
    return line;
  }

  /** Returns what remains known of the file. */
  FileSummary summary() {
    return summary;
  }

  /** Reads to the end, unless the file is refused. */
  void read(LineSource lines) throws IOException {
    while (!stopped && lines.next()) {
      line++;
      if (!lines.isWhole()) {
        reportTornLine();
      } else if (lines.isTooLong()) {
        stop("the line has more than " + EntryReader.MOST_LINE_BYTES + " bytes");
      } else {
        readLine(lines.array(), lines.start(), lines.length());
      }
    }
    if (!stopped) {
      checkEnd();
    }
  }

  private void readLine(byte[] array, int start, int length) {
    if (line == 1) {
      readHead(array, start, length);
      if (stopped) {
        return;
      }
    }
    if (EntryReader.isSeal(array, start, length)) {
      readSeal(array, start, length);
      return;
    }
    chain.addLine(array, start, length);
    if (!examples && EntryReader.isExample(array, start, length)) {
      return;
    }
    if (!batch.add(line, array, start, length)) {
      stop(
          "more than "
              + LineBatch.MOST_LINES
              + " lines or "
              + LineBatch.MOST_BYTES
              + " bytes have no seal");
    }
  }

  /** Reads the first line, which every other line needs; it is delivered with its batch. */
  private void readHead(byte[] array, int start, int length) {
    Object head = null;
    String broken = "";
    try {
      head = entries.read(array, start, length);
    } catch (IOException | RuntimeException malformed) {
      broken = ": " + malformed.getMessage();
    }
    if (!(head instanceof SessionEntry)) {
      refuse(
          "line 1 is not a session entry, so nothing in this file can be attributed to a JVM"
              + broken);
      return;
    }
    SessionEntry session = (SessionEntry) head;
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
  }

  private void readSeal(byte[] array, int start, int length) {
    SealEntry seal = EntryReader.readPlainSeal(array, start, length);
    boolean isAsWritten = seal != null;
    String problem = null;
    try {
      seal = isAsWritten ? seal : (SealEntry) entries.read(array, start, length);
    } catch (IOException | RuntimeException malformed) {
      problem = "the line is no seal: " + malformed.getMessage();
    }
    if (seal == null) {
      chain.addLine(array, start, length);
    } else {
      problem = chain.checkSeal(seal, line, array, start, length);
      if (problem == null && !isNewer() && !isAsWritten) {
        problem = "the seal is not in the form in which the agent writes it";
      }
    }
    if (problem == null) {
      batch.forEach(this::deliver);
    } else {
      breach(JournalProblem.Kind.CHAIN, line, problem);
      batch.forEach(this::nameIfMalformed);
    }
    batch.clear();
    if (seal != null) {
      summary.lastSeal = seal.sha256();
      if (!breached) {
        visitor.seal(seal, line);
      }
    }
  }

  private boolean isNewer() {
    SessionEntry session = summary.session;
    return session != null && session.revision() > SessionEntry.REVISION;
  }

  /** Names a malformed line of a batch that was changed, so that a person finds the place. */
  private boolean nameIfMalformed(long at, byte[] array, int start, int length) {
    try {
      entries.read(array, start, length);
    } catch (IOException | RuntimeException malformed) {
      breach(JournalProblem.Kind.BROKEN, at, malformed.getMessage() + "; the line is skipped");
    }
    return !stopped;
  }

  /** Delivers a sealed line; returns whether to go on with the batch. */
  private boolean deliver(long at, byte[] array, int start, int length) {
    if (breached) {
      return nameIfMalformed(at, array, start, length);
    }
    Object entry = null;
    String wrong = null;
    try {
      entry = entries.read(array, start, length);
      wrong = summary.findProblem(entry, at);
    } catch (JournalTooLargeException full) {
      throw full.at(path, at);
    } catch (IOException | RuntimeException malformed) {
      wrong = String.valueOf(malformed.getMessage());
    }
    if (wrong == null && !isNewer()) {
      wrong = findStranger(array, start, length);
    }
    if (wrong != null) {
      breach(JournalProblem.Kind.BROKEN, at, wrong + "; the line is skipped");
    } else if (entry != null) {
      try {
        deliver(entry, at);
      } catch (JournalTooLargeException full) {
        throw full.at(path, at);
      }
    }
    return !stopped;
  }

  /** Returns what in a valid line no agent of a known revision writes; null if nothing. */
  private @Nullable String findStranger(byte[] array, int start, int length) {
    if (!EntryReader.isPlain(array, start, length)) {
      return "the line does not begin with {\"entry\":\" and end with }, as the agent writes it";
    }
    return entries.hasUnknown()
        ? "no agent of this revision writes " + entries.unknownText()
        : null;
  }

  private void deliver(Object entry, long at) {
    if (entry instanceof TallyEntry) {
      summary.beats.add((TallyEntry) entry, at, summary.session, visitor::problem);
      visitor.tally((TallyEntry) entry);
    } else if (entry instanceof ExampleEntry) {
      visitor.example((ExampleEntry) entry);
    } else if (entry instanceof PointEntry) {
      visitor.point((PointEntry) entry);
    } else if (entry instanceof HeartbeatEntry) {
      summary.beats.add((HeartbeatEntry) entry, at, summary.session, visitor::problem);
      visitor.heartbeat((HeartbeatEntry) entry);
    } else if (entry instanceof CloseEntry) {
      budget.take(((CloseEntry) entry).size());
      summary.close = (CloseEntry) entry;
      visitor.close((CloseEntry) entry);
    } else {
      deliverSession((SessionEntry) entry);
    }
  }

  private void deliverSession(SessionEntry session) {
    visitor.session(session);
    if (isNewer()) {
      report(
          JournalProblem.Kind.UNKNOWN,
          1,
          "the file has revision "
              + session.revision()
              + " of format "
              + session.format()
              + ", this reader supports revision "
              + SessionEntry.REVISION
              + ": its additions are skipped");
    }
  }

  private void reportTornLine() {
    summary.endsUnsealed = true;
    if (compressed) {
      breach(
          JournalProblem.Kind.BROKEN,
          line,
          "the last line has no end, although the file is compressed");
    } else {
      report(
          JournalProblem.Kind.LIVE,
          line,
          "the last line is incomplete: the file is still being written, or its JVM was killed");
    }
  }

  private void checkEnd() {
    if (line == 0) {
      report(
          JournalProblem.Kind.LIVE,
          0,
          "the file is empty: its JVM has not written yet, or could not write");
      return;
    }
    if (chain.unsealedLines() > 0) {
      reportUnsealed(chain.unsealedLines(), chain.unsealedFrom());
    } else if (summary.endsUnsealed && summary.close != null) {
      breach(JournalProblem.Kind.CHAIN, line, "a part of a line after the close of the session");
    }
    if (isNewer()) {
      reportUnknown();
    }
  }

  private void reportUnsealed(long lines, long from) {
    summary.endsUnsealed = true;
    String what =
        "lines after the last seal: "
            + lines
            + "; they do not count, because anyone could have added them"
            + UnsealedText.of(batch);
    if (compressed || summary.close != null) {
      breach(
          JournalProblem.Kind.CHAIN,
          from,
          what + (compressed ? "" : "; the session was closed before"));
    } else {
      report(JournalProblem.Kind.UNSEALED, from, what);
    }
  }

  private void reportUnknown() {
    entries
        .unknownEntries()
        .forEach(
            (type, count) ->
                report(
                    JournalProblem.Kind.UNKNOWN,
                    line,
                    CountText.of(count, "entry", "entries")
                        + " of the unknown type \""
                        + type
                        + (count == 1 ? "\" was skipped" : "\" were skipped")));
    if (!entries.unknownFields().isEmpty()) {
      report(
          JournalProblem.Kind.UNKNOWN,
          line,
          "unknown fields were skipped: " + entries.unknownFields());
    }
  }

  /** Reports that the file could not be read to its end. */
  void reportFailure(IOException failure) {
    summary.endsUnsealed = true;
    String what =
        failure instanceof DamagedGzipException
            ? String.valueOf(failure.getMessage())
            : "the file cannot be read: " + failure;
    if (line == 0) {
      report(JournalProblem.Kind.REFUSED, 0, what);
    } else {
      breach(JournalProblem.Kind.BROKEN, line, what);
    }
  }

  private void refuse(String why) {
    stopped = true;
    report(JournalProblem.Kind.REFUSED, line, why + "; none of it is used");
  }

  private void stop(String why) {
    breach(JournalProblem.Kind.BROKEN, line, why + NOT_READ);
    stopped = true;
  }

  /** Reports damage; from here on nothing of the file counts. */
  private void breach(JournalProblem.Kind kind, long at, String what) {
    breached = true;
    summary.breached = true;
    if (!stopped && ++damage > MOST_DAMAGE) {
      stopped = true;
      report(kind, at, "there is more damage" + NOT_READ);
    } else if (!stopped) {
      report(kind, at, what);
    }
  }

  private void report(JournalProblem.Kind kind, long at, String what) {
    visitor.problem(new JournalProblem(kind, path, at, what).of(summary.session));
  }
}
