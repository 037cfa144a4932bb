package io.understudy.tool.host;

/** Thrown when a host cannot carry out a request. The message is one clause without values. */
final class RefusedRequestException extends Exception {
  private static final long serialVersionUID = 1;

  RefusedRequestException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
