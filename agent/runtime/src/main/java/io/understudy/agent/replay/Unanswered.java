package io.understudy.agent.replay;

/**
 * The candidate could not be asked, which is no verdict on it. The reason names classes, never
 * values.
 */
final class Unanswered extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * Says why, in one clause of few distinct texts.
   *
   * @param cause what stood in the way, for the log; may be of the application's making
   */
  public Unanswered(String reason, Throwable cause) {
    super(reason, cause, false, false);
    this.reason = reason;
  }

  /** Says why, in one clause of few distinct texts, where nothing was thrown. */
  public Unanswered(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** The reason: class names and bounds, no values. */
  public String reason() {
    return reason;
  }
}
