package io.understudy.journal.file;

/**
 * The journals say more than a reading keeps, or more than this JVM has memory for. The reading
 * ended, and nothing can be concluded from it.
 */
public final class JournalTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String file;
  private final long line;

  /** Creates the exception without a place; see {@link #at}. */
  JournalTooLargeException(String what) {
    this(what, "", 0);
  }

  private JournalTooLargeException(String what, String file, long line) {
    super(file + ":" + line + ": " + what, null, false, false);
    this.what = what;
    this.file = file;
    this.line = line;
  }

  /** Returns the exception for a file at which the memory of this JVM ended. */
  public static JournalTooLargeException noMemory(String file, long line) {
    return new JournalTooLargeException(
        "from here on the journals need more memory than this JVM has", file, line);
  }

  /** Returns the same exception with its place, unless it has one. */
  public JournalTooLargeException at(String path, long atLine) {
    return file.isEmpty() ? new JournalTooLargeException(what, path, atLine) : this;
  }

  /** The path of the file at which the reading ended; empty if unknown. */
  public String file() {
    return file;
  }

  /** The line at which the reading ended, from 1; 0 if it is the file as a whole. */
  public long line() {
    return line;
  }

  /** Says what was too much, one sentence without a full stop. */
  public String what() {
    return what;
  }
}
