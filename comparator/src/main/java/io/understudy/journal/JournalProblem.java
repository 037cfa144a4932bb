package io.understudy.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a reader found wrong or unfinished in a journal, and where. Immutable. */
public final class JournalProblem {
  /** What sort of problem it is. */
  public enum Kind {
    /** The file is still being written, or its JVM was killed: its last line is not whole. */
    LIVE,
    /** The session has no close: it still runs, was killed, or its last files are missing. */
    UNCLOSED,
    /** The last lines stand after the last seal, so nothing vouches for them yet. */
    UNSEALED,
    /** A newer revision of the format, or an entry or field of it, was skipped. */
    UNKNOWN,
    /** The file cannot be read, or its format is newer; none of it was used. */
    REFUSED,
    /** A line is broken, and was skipped. */
    BROKEN,
    /** The bytes are not those that were sealed: a line was edited, moved, added or removed. */
    CHAIN,
    /** A file of the session is missing, or was replaced. */
    MISSING,
    /** The tallies that were read do not add up to what the close states. */
    BOOKS;

    /** Whether evidence is damaged, rather than unfinished or newer. */
    public boolean isDamage() {
      return compareTo(REFUSED) >= 0;
    }
  }

  private final Kind kind;
  private final String file;
  private final long line;
  private final String what;

  /**
   * States a problem.
   *
   * @param kind what sort
   * @param file the file's path, or the session where no single file is concerned
   * @param line from 1; 0 where no single line is concerned
   * @param what one sentence without a full stop
   */
  public JournalProblem(Kind kind, String file, long line, String what) {
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.what = what;
  }

  /** What sort of problem it is. */
  public Kind kind() {
    return kind;
  }

  /** The path of the file, or the session where no single file is concerned. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 where no single line is concerned. */
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
