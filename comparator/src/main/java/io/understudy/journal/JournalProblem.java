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
    /** The file cannot be read, or its format is newer; the reader used nothing from it. */
    REFUSED,
    /** A line is broken; the reader skipped it. */
    BROKEN,
    /** The bytes differ from the sealed bytes: a line was edited, moved, added or removed. */
    CHAIN,
    /** A file of the session is missing, or was replaced. */
    MISSING,
    /** The sums of the tallies differ from the totals in the close entry. */
    BOOKS;

    /** Whether evidence is damaged; else it is only unfinished or newer. */
    public boolean isDamage() {
      return compareTo(REFUSED) >= 0;
    }
  }

  private final Kind kind;
  private final String file;
  private final long line;
  private final String what;

  /**
   * Creates a problem.
   *
   * @param kind the kind of problem
   * @param file the path of the file, or the session if it concerns no single file
   * @param line the line, from 1; 0 if it concerns no single line
   * @param what what is wrong, one sentence without a full stop
   */
  public JournalProblem(Kind kind, String file, long line, String what) {
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.what = what;
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
