package io.understudy.agent.replay;

/**
 * Thrown when a worker returns from an attempt after its time limit; the watchdog settles the call.
 */
final class OverdueException extends Exception {
  private static final long serialVersionUID = 1;

  /** Whether another worker has replaced this one, which must then end. */
  final boolean isReplaced;

  OverdueException(boolean isReplaced) {
    super(null, null, false, false);
    this.isReplaced = isReplaced;
  }
}
