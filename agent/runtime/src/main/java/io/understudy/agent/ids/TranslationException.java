package io.understudy.agent.ids;

/**
 * Signals that a call's arguments cannot be translated for the candidate, since its id is unknown
 * or a slot cannot hold it. The reason names classes and namespaces, never values.
 */
public final class TranslationException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** Takes the reason, one clause from few distinct texts. */
  TranslationException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Returns the reason, one clause from few distinct texts. */
  public String reason() {
    return reason;
  }
}
