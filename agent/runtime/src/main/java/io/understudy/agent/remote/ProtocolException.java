package io.understudy.agent.remote;

import java.io.IOException;

/**
 * Thrown when the peer breaks the protocol, or refuses the connection. The message is one clause
 * without values.
 */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with its reason. */
  public ProtocolException(String reason) {
    super(reason);
  }
}
