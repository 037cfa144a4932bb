package io.understudy.report.aggregate;

/** The entries of the journals, up to a file, need more memory than the JVM has. */
public final class JournalTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;

  /** Creates the exception for the file at which memory ended. */
  public JournalTooLargeException(String file) {
    super("no memory is left at " + file, null, false, false);
    this.file = file;
  }

  /** Returns the path of the file. */
  public String file() {
    return file;
  }
}
