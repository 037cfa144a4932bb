package io.understudy.report;

/**
 * The journals cannot be used, or the report cannot be written. The message tells the user what to
 * do; the command line prints it without a stack trace.
 */
final class UnusableEvidenceException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private UnusableEvidenceException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  UnusableEvidenceException(String message) {
    this(message, Main.UNUSABLE);
  }

  UnusableEvidenceException(String message, Throwable cause) {
    super(message, cause);
    this.exitCode = Main.UNUSABLE;
  }

  /** Returns the exception for evidence that was changed, contradicts itself, or is missing. */
  static UnusableEvidenceException damaged(String message) {
    return new UnusableEvidenceException(message, Main.DAMAGED);
  }

  /** Returns the exit code of the command. */
  int exitCode() {
    return exitCode;
  }
}
