package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A damaged or unfinished part of a journal that a reader found. Immutable. */
public final class JournalProblem {
  /** The kind of problem. */
  public enum Kind {
    /** The last line is incomplete: the file is still being written, or its JVM was killed. */
    LIVE,
    /** The session has no close: it still runs, was killed, or its last files are missing. */
    UNCLOSED,
    /** The last lines have no seal yet. */
    UNSEALED,
    /**
     * The file has a newer revision of the format, or the reader skipped an unknown entry or field.
     */
    UNKNOWN,
    /** The file is a copy of another one with the same content; it is counted once. */
    COPY,
    /** Threads of the agent failed or died; they went on, so this is no loss by itself. */
    THREADS,
    /** There is no evidence that counting went on for some time, or at all call points. */
    GAP,
    /** The file cannot be read, or its format is newer; the reader used nothing from it. */
    REFUSED,
    /** The first files of a session are missing, as after a clean-up. */
    MISSING,
    /** A line is broken; the reader skipped it and did not use what follows it in the file. */
    BROKEN,
    /**
     * The bytes differ from the sealed bytes, or the files of a session contradict each other: a
     * line or a file was edited, moved, added or removed.
     */
    CHAIN,
    /** The sums of the tallies differ from the totals in the close entry. */
    BOOKS;

    /** Whether evidence is damaged; else it is only unfinished or newer. */
    public boolean isDamage() {
      return compareTo(REFUSED) >= 0;
    }

    /**
     * Whether the session proves nothing: its evidence was changed after writing, or its files
     * contradict each other. Who could change one line could seal all lines again.
     */
    public boolean voidsSession() {
      return this == BROKEN || this == CHAIN;
    }
  }

  private final Kind kind;
  private final String file;
  private final long line;
  private final String what;
  private final String session;
  private final long from;
  private final long to;

  /**
   * Creates a problem.
   *
   * @param kind the kind of problem
   * @param file the path of the file, or the session if it concerns no single file
   * @param line the line, from 1; 0 if it concerns no single line
   * @param what what is wrong, one sentence without a full stop
   */
  public JournalProblem(Kind kind, String file, long line, String what) {
    this(kind, file, line, what, "", 0, 0);
  }

  private JournalProblem(
      Kind kind, String file, long line, String what, String session, long from, long to) {
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.what = what;
    this.session = session;
    this.from = from;
    this.to = to;
  }

  /** Returns the same problem as one of this session; unchanged if the session is unknown. */
  public JournalProblem of(@Nullable SessionEntry entry) {
    return entry == null
        ? this
        : new JournalProblem(kind, file, line, what, entry.session(), from, to);
  }

  /** Returns the same problem as one of this time, in minutes since the epoch. */
  public JournalProblem between(long first, long last) {
    return new JournalProblem(kind, file, line, what, session, first, last);
  }

  /** The id of the session that it concerns; empty if unknown. */
  public String session() {
    return session;
  }

  /** The minute since the epoch in which a gap begins; 0 if the problem is no gap in time. */
  public long from() {
    return from;
  }

  /** The minute since the epoch in which a gap ends; 0 if the problem is no gap in time. */
  public long to() {
    return to;
  }

  /** The kind of problem. */
  public Kind kind() {
    return kind;
  }

  /** The path of the file, or the session if the problem concerns no single file. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 if the problem concerns no single line. */
  public long line() {
    return line;
  }

  /** What is wrong, one sentence without a full stop. */
  public String what() {
    return what;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JournalProblem && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, line, what);
  }

  @Override
  public String toString() {
    return file + (line == 0 ? "" : ":" + line) + ": " + what;
  }
}
