package io.understudy.agent.remote;

/**
 * Thrown when a host cannot be asked. The reason is one clause, from few distinct texts, without
 * values.
 */
public final class HostException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean unreachable;

  private HostException(String reason, boolean unreachable) {
    super(reason, null, false, false);
    this.unreachable = unreachable;
  }

  /** The host, or the way to it, is down. */
  public static HostException unreachable(String reason) {
    return new HostException(reason, true);
  }

  /** The host answers, and refuses this request. */
  public static HostException refused(String reason) {
    return new HostException(reason, false);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether the host, or the way to it, is down. */
  public boolean isUnreachable() {
    return unreachable;
  }
}
