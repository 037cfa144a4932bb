package io.understudy.agent.replay.target;

/**
 * The candidate could not be asked, which is no verdict on it. The reason names classes, never
 * values.
 */
public final class UnansweredException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * Says why, in one clause of few distinct texts.
   *
   * @param cause what stood in the way, for the log; may be of the application's making
   */
  public UnansweredException(String reason, Throwable cause) {
    super(reason, cause, false, false);
    this.reason = reason;
  }

  /** Says why, in one clause of few distinct texts, where nothing was thrown. */
  public UnansweredException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** The reason: class names and bounds, no values. */
  public String reason() {
    return reason;
  }
}
