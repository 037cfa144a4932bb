package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;

/** The host's answer to {@link Hello}. Immutable. */
public final class Welcome {
  private final int version;
  private final int longestFrame;
  private final int calls;
  private final String host;

  /**
   * Creates a message.
   *
   * @param version the version of this connection
   * @param longestFrame the longest frame that the host accepts
   * @param calls the most calls that may be open on this connection
   * @param host the JVM of the host, for people
   */
  public Welcome(int version, int longestFrame, int calls, String host) {
    this.version = version;
    this.longestFrame = longestFrame;
    this.calls = calls;
    this.host = host;
  }

  /** The version of this connection. */
  public int version() {
    return version;
  }

  /** The longest frame that the host accepts, in bytes. */
  public int longestFrame() {
    return longestFrame;
  }

  /** The most calls that may be open on this connection. */
  public int calls() {
    return calls;
  }

  /** The JVM of the host, for people. */
  public String host() {
    return host;
  }

  /** The payload. */
  public byte[] bytes() {
    return Payload.small(
        out -> {
          out.u8(version);
          out.fixed32(longestFrame);
          out.fixed32(calls);
          out.text(host);
        });
  }

  /** Reads a payload. */
  public static Welcome read(PortableInput in) throws PortableFormException {
    return new Welcome(in.u8(), in.fixed32(), in.fixed32(), Frame.line(in.text()));
  }

  @Override
  public String toString() {
    return host + ", protocol " + version;
  }
}
