package io.understudy.bridge;

/** Refuses a candidate the end of the JVM where there is no memory for a message. Immutable. */
final class Refusal extends SecurityException {
  /** Created in time. It has no stack trace, since it serves all threads. */
  static final SecurityException WITHOUT_MEMORY = new Refusal();

  private static final long serialVersionUID = 1;

  private Refusal() {
    super("a candidate cannot end this JVM");
    setStackTrace(new StackTraceElement[0]);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
