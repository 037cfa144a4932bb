package io.understudy.journal.file;

import io.understudy.journal.Example;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.json.LineBuffer;
import io.understudy.journal.redact.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal of one session. Entries are collected in memory, and each {@link #flush()}
 * appends them to the live file with a seal. A new file begins on each UTC day and at a size limit;
 * the old one is then compressed.
 *
 * <p>An entry is accepted when its method returns. The writer keeps accepted entries until a flush
 * has written them, even if many flushes fail. If a method throws an {@code IOException}, its entry
 * was not accepted, and the caller may call it again. At most about 64 KB and one entry wait in
 * memory. Not thread-safe; starts no threads.
 */
public final class JournalWriter {
  /** The size of waiting entries from which an entry causes a flush. Bytes. */
  static final int MOST_WAITING = 64 << 10;

  private final Path directory;
  private final SessionEntry session;
  private final long rotateBytes;
  private final Clock clock;
  private final JournalOutput.Opener opener;
  private final WaitingEntries waiting;
  private @Nullable LiveFile file;

  /** The next file, until its first batch is written; null otherwise. */
  private @Nullable LiveFile unopened;

  /** The file of the last attempt to write, until its success is noted; null otherwise. */
  private @Nullable LiveFile attempted;

  private long attemptedAt;

  /** What is accepted after the success of the last attempt. */
  private WaitingEntries.Mark afterAttempt;

  private final List<String> notices = new ArrayList<>();

  private int files;
  private @Nullable String lastSeal;
  private boolean closed;

  private JournalWriter(Builder from) {
    this.directory = from.directory;
    this.session = from.session;
    this.waiting = new WaitingEntries(from.redaction);
    this.afterAttempt = waiting.markAfterWrite();
    this.rotateBytes = from.rotateBytes;
    this.clock = from.clock;
    this.opener = from.opener;
  }

  /**
   * Starts a journal.
   *
   * @param directory the directory of its files; if missing, it is created for the owner only
   * @param session the session of this JVM
   */
  public static Builder builder(Path directory, SessionEntry session) {
    return new Builder(directory, session);
  }

  /** Writes a call point, or new facts about it; each further file repeats it. */
  public void point(PointEntry point) throws IOException {
    makeRoom();
    waiting.point(point);
  }

  /** Adds counts for a call point and minute; an empty tally is not written. */
  public void tally(TallyEntry tally) throws IOException {
    makeRoom();
    if (!tally.isEmpty()) {
      waiting.tally(tally);
    }
  }

  /** Writes a sign of life; one a minute and one at the end are enough. */
  public void heartbeat(HeartbeatEntry beat) throws IOException {
    makeRoom();
    waiting.heartbeat(beat);
  }

  /** Writes a call as evidence, redacted and limited. */
  public void example(Example example) throws IOException {
    makeRoom();
    waiting.example(example);
  }

  /**
   * The number of accepted entries. It tells a caller after an {@code Error} whether the entry of
   * the failed call was accepted.
   */
  public long acceptedEntries() {
    return waiting.accepted();
  }

  /** Whether the last entry of the session was accepted: no other entry is accepted any more. */
  public boolean isClosing() {
    return waiting.isClosing();
  }

  private void makeRoom() throws IOException {
    if (waiting.isClosing()) {
      throw new IllegalStateException("the journal in " + directory + " is closed");
    }
    recover();
    if (waiting.size() >= MOST_WAITING) {
      flush();
    }
  }

  /**
   * Passes the accepted entries to the operating system, with a seal. If the live file refuses
   * them, another file begins; if that fails too, it is deleted.
   *
   * @throws IOException when writing fails; the message says what to do, no entry is lost, and
   *     flushing may be tried again
   */
  public void flush() throws IOException {
    recover();
    if (closed || (waiting.size() == 0 && files > 0)) {
      return;
    }
    LiveFile live = file;
    try {
      live = live == null ? null : leaveIfDue(live);
      if (live == null) {
        beginFile();
      } else {
        append(live, waiting.lines());
      }
    } catch (IOException failed) {
      if (live == null || !goOnInNextFile(live, failed)) {
        throw WriteFailureHint.on(failed, live == null ? directory : live.path());
      }
    }
  }

  private void append(LiveFile to, LineBuffer lines) throws IOException {
    // In this order: the three fields belong together as soon as the last one is set.
    attempted = null;
    attemptedAt = to.size();
    afterAttempt = waiting.markAfterWrite();
    attempted = to;
    to.append(lines);
    acceptWritten();
  }

  /** Ends what an Error may have interrupted; called before every use. */
  private void recover() {
    acceptWritten();
    waiting.settle();
  }

  /**
   * Takes note of a written batch. It is called again before the next use, because an Error may
   * strike after the write: the batch must not be written twice.
   */
  private void acceptWritten() {
    LiveFile to = attempted;
    if (to == null || to.size() == attemptedAt) {
      return;
    }
    if (to == unopened) {
      files = to.number();
      file = to;
      unopened = null;
    }
    lastSeal = to.lastSeal();
    waiting.written(afterAttempt);
    attempted = null;
  }

  /**
   * Continues in a new file, once for each failed flush: a file may have reached a limit of its
   * own.
   */
  private boolean goOnInNextFile(LiveFile live, IOException failed) {
    // Only if the failed batch is not in the old file, where it would count twice.
    if (live.isTorn() || live.size() == 0) {
      return false;
    }
    try {
      beginFile();
    } catch (IOException full) {
      return false;
    }
    live.close();
    notices.add(
        live.path()
            + " could not be continued ("
            + WriteFailureHint.reason(failed)
            + "), its last seal is "
            + live.lastSeal()
            + "; the journal continues in a new file");
    return true;
  }

  /** Flushes, and returns when everything is on the device. */
  public void force() throws IOException {
    flush();
    LiveFile live = file;
    if (live != null) {
      try {
        live.force();
      } catch (IOException failed) {
        throw WriteFailureHint.on(failed, live.path());
      }
    }
  }

  /**
   * Ends the session in order: writes the totals, flushes and forces. May be called again after an
   * exception; does nothing after a success.
   *
   * @param why why the session ends, one clause: "JVM shutdown"
   */
  public void close(String why) throws IOException {
    if (closed) {
      return;
    }
    if (!waiting.isClosing()) {
      recover();
      waiting.close(clock.instant(), why);
    }
    force();
    LiveFile live = file;
    if (live != null) {
      live.close();
    }
    closed = true;
  }

  /** The hash of the last seal, which is worth storing elsewhere; null before the first flush. */
  public @Nullable String lastSeal() {
    return lastSeal;
  }

  /** The live file; null before the first flush. */
  public @Nullable Path file() {
    LiveFile live = file;
    return live == null ? null : live.path();
  }

  /**
   * Returns what an operator should know, and forgets it: files that are complete or could not be
   * continued, with their last seals. Each is one sentence.
   */
  public List<String> takeNotices() {
    List<String> taken = new ArrayList<>(notices);
    notices.clear();
    return taken;
  }

  /** Ends a file that is lost, full or of an earlier day; null if another one must begin. */
  private @Nullable LiveFile leaveIfDue(LiveFile live) throws IOException {
    if (live.isLost()) {
      // Its entries may be lost, and readers see the gap. Never write into a file of others.
      live.close();
      file = null;
      notices.add(
          live.path()
              + " was deleted, replaced or changed by something else; its last seal was "
              + live.lastSeal()
              + "; the journal continues in a new file");
      return null;
    }
    if (!live.day().equals(today()) || live.size() >= rotateBytes) {
      live.finish();
      file = null;
      boolean compressed = FileCompression.compress(live.path());
      notices.add(
          "the journal's file "
              + live.path()
              + " is complete, its last seal is "
              + live.lastSeal()
              + (compressed ? "" : "; it could not be compressed"));
      return null;
    }
    return live;
  }

  /** Creates the next file with its first lines and the waiting lines; leaves no empty file. */
  private void beginFile() throws IOException {
    PrivateFiles.createDirectories(directory);
    LocalDate day = today();
    LiveFile next = unopened;
    if (next != null && (next.isLost() || (!next.day().equals(day) && next.discard()))) {
      next = null;
    }
    if (next == null) {
      int number = files + 1;
      Path path = directory.resolve(FileNames.of(session, day, number));
      next = new LiveFile(opener, path, number, day);
    }
    // If its deletion fails too, keep it: the name cannot be created a second time.
    unopened = next;
    try {
      next.create();
      append(next, waiting.header(session.inFile(next.number(), lastSeal, clock.instant())));
    } catch (IOException failed) {
      if (next.discard()) {
        unopened = null;
        attempted = null;
      }
      throw failed;
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Collects the settings of a writer. Not thread-safe. */
  public static final class Builder {
    private static final long LEAST_FILE = 64 << 10;

    private final Path directory;
    private final SessionEntry session;
    private Redaction redaction = Redaction.none();
    private long rotateBytes = 64 << 20;
    private Clock clock = Clock.systemUTC();
    private JournalOutput.Opener opener = FileOutput::open;

    private Builder(Path directory, SessionEntry session) {
      this.directory = directory;
      this.session = session;
    }

    /** Sets what is redacted; default nothing. */
    public Builder redaction(Redaction what) {
      this.redaction = what;
      return this;
    }

    /** Sets the size from which another file begins. Bytes; default 64 MB, at least 64 KB. */
    public Builder rotateBytes(long bytes) {
      this.rotateBytes = Math.max(LEAST_FILE, bytes);
      return this;
    }

    /** Sets the clock that determines the day; default the system's clock. */
    public Builder clock(Clock source) {
      this.clock = source;
      return this;
    }

    /** Sets how files are opened. */
    Builder opener(JournalOutput.Opener how) {
      this.opener = how;
      return this;
    }

    /**
     * Creates the directory and the first file, so that a problem with them shows at once.
     *
     * @throws IOException when this fails; the message says what to do
     */
    public JournalWriter open() throws IOException {
      JournalWriter writer = openLater();
      writer.flush();
      return writer;
    }

    /**
     * Creates nothing on the disk yet; the first flush does. If that fails, flushing the same
     * writer again never makes more than one file.
     */
    public JournalWriter openLater() {
      return new JournalWriter(this);
    }
  }
}
