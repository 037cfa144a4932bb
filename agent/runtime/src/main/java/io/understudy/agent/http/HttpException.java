package io.understudy.agent.http;

/** Thrown when a candidate behind HTTP gave no answer. The reason is one clause without values. */
public final class HttpException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean unreachable;

  HttpException(String reason, boolean unreachable) {
    super(reason, null, false, false);
    this.unreachable = unreachable;
  }

  HttpException(String reason) {
    this(reason, false);
  }

  /** One clause; the journal counts calls by it. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether the server, or the way to it, is down. */
  public boolean isUnreachable() {
    return unreachable;
  }
}
