package io.understudy.agent.ids;

/**
 * The candidate cannot be given a call's arguments, since it is not known what its id is there, or
 * the id cannot be put in. The reason names classes and namespaces, never values.
 */
public final class TranslationException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** Says why, in one clause of few distinct texts. */
  TranslationException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Why, in one clause of few distinct texts. */
  public String reason() {
    return reason;
  }
}
