package io.understudy.agent.replay;

/** A worker has come back from an attempt after its time was up; its call is settled elsewhere. */
final class OverdueException extends Exception {
  private static final long serialVersionUID = 1;

  /** Whether another worker has taken this one's place, so that it must end. */
  final boolean replaced;

  OverdueException(boolean replaced) {
    super(null, null, false, false);
    this.replaced = replaced;
  }
}
