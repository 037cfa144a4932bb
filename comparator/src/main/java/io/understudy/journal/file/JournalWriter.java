package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.Example;
import io.understudy.journal.PointEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.journal.redact.ExampleWriter;
import io.understudy.journal.redact.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal of one session: entries are collected in memory, and every {@link #flush()}
 * appends them to the live file with a seal over them. Begins a new file each UTC day and at a
 * size, and compresses the old one.
 *
 * <p>An entry is accepted when its method returns; what was accepted is kept until a flush has
 * written it, however often flushing fails. When an {@code IOException} is thrown, the entry at
 * hand was not accepted, and the same call may be made again. At most some 64 KB and one entry wait
 * in memory. Not thread-safe; starts no threads.
 */
public final class JournalWriter {
  /** So much is collected before an entry causes a flush. */
  static final int MOST_WAITING = 64 << 10;

  private final Path directory;
  private final SessionEntry session;
  private final Redaction redaction;
  private final long rotateBytes;
  private final Clock clock;
  private final JournalOutput.Opener opener;

  // Those of the files before, which a new file repeats; those that wait are not among them.
  private final Map<String, PointEntry> points = new LinkedHashMap<>();
  private final Map<String, PointEntry> waitingPoints = new LinkedHashMap<>();
  private final Map<String, PointTotals> totals = new LinkedHashMap<>();
  private final LineBuffer waiting = new LineBuffer();
  private final EntryWriter entries = new EntryWriter(waiting);

  private @Nullable LiveFile file;
  private int files;
  private @Nullable String lastSeal;
  private boolean closing;
  private boolean closed;

  private JournalWriter(Builder from) {
    this.directory = from.directory;
    this.session = from.session;
    this.redaction = from.redaction;
    this.rotateBytes = from.rotateBytes;
    this.clock = from.clock;
    this.opener = from.opener;
  }

  /**
   * Starts a journal.
   *
   * @param directory where its files go; created, for the owner alone, if it does not exist
   * @param session what is known of this JVM
   */
  public static Builder builder(Path directory, SessionEntry session) {
    return new Builder(directory, session);
  }

  /** Writes a call point, or what has become known of it; it is repeated in every further file. */
  public void point(PointEntry point) throws IOException {
    makeRoom();
    entries.point(point);
    waitingPoints.put(point.name(), point);
  }

  /** Adds to the counts of a call point and minute; an empty tally is not written. */
  public void tally(TallyEntry tally) throws IOException {
    makeRoom();
    if (!tally.isEmpty()) {
      entries.tally(tally);
      PointTotals before = totals.getOrDefault(tally.point(), PointTotals.none());
      totals.put(tally.point(), before.plus(tally));
    }
  }

  /** Writes a call as evidence, redacted and bounded. */
  public void example(Example example) throws IOException {
    makeRoom();
    try {
      entries.line(out -> ExampleWriter.write(out, example, redaction));
    } catch (RuntimeException | StackOverflowError unwritable) {
      String why = "its values could not be written: " + unwritable.getClass().getName();
      entries.line(out -> ExampleWriter.writeBare(out, example, why));
    }
  }

  private void makeRoom() throws IOException {
    if (closing) {
      throw new IllegalStateException("the journal in " + directory + " is closed");
    }
    if (waiting.size() >= MOST_WAITING) {
      flush();
    }
  }

  /**
   * Hands what was accepted to the operating system, sealed.
   *
   * @throws IOException saying what to do; nothing is lost, and flushing may be tried again
   */
  public void flush() throws IOException {
    if (closed || (waiting.size() == 0 && files > 0)) {
      return;
    }
    LiveFile live = file;
    try {
      live = live == null ? nextFile() : current(live);
      live.append(live.size() == 0 ? head(live) : waiting);
    } catch (IOException failed) {
      throw WriteFailureHint.on(failed, live == null ? directory : live.path());
    }
    waiting.clear();
    points.putAll(waitingPoints);
    waitingPoints.clear();
    lastSeal = live.lastSeal();
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
   * exception; does nothing once it has succeeded.
   *
   * @param why one clause: "JVM shutdown"
   */
  public void close(String why) throws IOException {
    if (closed) {
      return;
    }
    if (!closing) {
      entries.close(new CloseEntry(clock.instant(), why, totals));
      closing = true;
    }
    force();
    LiveFile live = file;
    if (live != null) {
      live.close();
    }
    closed = true;
  }

  /** The hash of the last seal; worth keeping elsewhere. Null before the first flush. */
  public @Nullable String lastSeal() {
    return lastSeal;
  }

  /** The file that is being written; null before the first flush. */
  public @Nullable Path file() {
    LiveFile live = file;
    return live == null ? null : live.path();
  }

  private LiveFile current(LiveFile live) throws IOException {
    if (live.isGone()) {
      // Somebody cleaned up: what was in it is lost, and the next file's number tells so.
      live.close();
      file = null;
      return nextFile();
    }
    if (live.size() > 0 && (!live.day().equals(today()) || live.size() >= rotateBytes)) {
      live.force();
      live.close();
      file = null;
      FileCompression.compress(live.path());
      return nextFile();
    }
    return live;
  }

  private LiveFile nextFile() throws IOException {
    Files.createDirectories(directory, FileOutput.ownerOnly("rwx------"));
    LocalDate day = today();
    String name = FileNames.of(session, day, files + 1);
    LiveFile next = new LiveFile(opener, directory.resolve(name), day);
    next.create();
    files++;
    file = next;
    return next;
  }

  /** The first lines of a file, and what is waiting behind them. */
  private LineBuffer head(LiveFile live) {
    LineBuffer head = new LineBuffer();
    EntryWriter writer = new EntryWriter(head);
    writer.session(session.inFile(files, lastSeal, clock.instant()));
    points.values().forEach(writer::point);
    head.add(waiting);
    return head;
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Collects what a journal needs. Not thread-safe. */
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

    /** What never reaches the disk; nothing unless set. */
    public Builder redaction(Redaction what) {
      this.redaction = what;
      return this;
    }

    /** A file of so many bytes is followed by another; 64 MB unless set, at least 64 KB. */
    public Builder rotateBytes(long bytes) {
      this.rotateBytes = Math.max(LEAST_FILE, bytes);
      return this;
    }

    /** What tells the day; the system's clock unless set. */
    public Builder clock(Clock source) {
      this.clock = source;
      return this;
    }

    /** How files are opened. */
    Builder opener(JournalOutput.Opener how) {
      this.opener = how;
      return this;
    }

    /**
     * Creates the directory and the first file, so that what is wrong with them shows at once.
     *
     * @throws IOException saying what to do
     */
    public JournalWriter open() throws IOException {
      JournalWriter writer = new JournalWriter(this);
      writer.flush();
      return writer;
    }
  }
}
