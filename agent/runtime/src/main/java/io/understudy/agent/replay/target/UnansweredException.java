package io.understudy.agent.replay.target;

/**
 * Thrown when the candidate could not be called, which is no verdict. The reason names classes,
 * never values.
 */
public final class UnansweredException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  private final boolean unreachable;

  private UnansweredException(String reason, boolean unreachable) {
    super(reason, null, false, false);
    this.reason = reason;
    this.unreachable = unreachable;
  }

  /** The JVM that the candidate runs in, or the way to it, is down; opens the breaker if it lasts. */
  public static UnansweredException unreachable(String reason) {
    return new UnansweredException(reason, true);
  }

  /**
   * Creates an exception with its cause.
   *
   * @param reason one clause; the journal counts calls by it, so it has few distinct texts
   * @param cause the obstacle, for the log; may be an exception of the application
   */
  public UnansweredException(String reason, Throwable cause) {
    super(reason, cause, false, false);
    this.reason = reason;
    this.unreachable = false;
  }

  /**
   * Creates an exception without a cause.
   *
   * @param reason one clause; the journal counts calls by it, so it has few distinct texts
   */
  public UnansweredException(String reason) {
    this(reason, false);
  }

  /** Whether the JVM that the candidate runs in, or the way to it, is down. */
  public boolean isUnreachable() {
    return unreachable;
  }

  /** The reason: class names and bounds, no values. */
  public String reason() {
    return reason;
  }
}
