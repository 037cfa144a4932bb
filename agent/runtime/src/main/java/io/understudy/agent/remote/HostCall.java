package io.understudy.agent.remote;

/** One call of a candidate in a host that has no answer yet. Thread-safe. */
public final class HostCall {
  private final HostLink link;
  private final MethodReply method;
  private final long sent = System.nanoTime();
  private volatile long id;
  private volatile boolean asked;

  HostCall(HostLink link, MethodReply method) {
    this.link = link;
    this.method = method;
  }

  void sentAs(long requestId) {
    id = requestId;
  }

  /** Receives the end of a call, once. */
  public interface Listener {
    /** Called on the thread that reads the connection; must not wait. */
    void answered(Frame frame);

    /** Called on any thread of the agent; the reason is one clause. */
    void lost(String reason);
  }

  /** The method that is called; another object after each connection. */
  public MethodReply method() {
    return method;
  }

  /**
   * Whether the host was heard of since the call was sent. If it was not, this asks the host for a
   * sign: so a host that is gone differs from a candidate that takes long. A call that still waits
   * for the network has no sign.
   */
  public boolean hasSign() {
    if (link.isUnsent(id)) {
      return false;
    }
    if (link.lastReceived() - sent > 0) {
      return true;
    }
    if (!asked) {
      asked = true;
      link.tell(FrameType.PING, 0);
    }
    return false;
  }

  /** Gives the call up: the host interrupts the candidate, and no answer is reported any more. */
  public void cancel() {
    link.forget(id);
  }
}
