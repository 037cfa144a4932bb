package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import io.understudy.portable.PortableOutput;

/** One frame of the host protocol: a type, the id of a request, and a payload. Immutable. */
public final class Frame {
  /** The bytes of type and id. */
  static final int HEADER = 9;

  /** The characters of a text of the peer that get into logs and journals. */
  static final int LONGEST_REASON = 500;

  private final int type;
  private final long id;
  private final byte[] payload;

  /** Creates a frame; the payload is not copied. */
  public Frame(int type, long id, byte[] payload) {
    this.type = type;
    this.id = id;
    this.payload = payload;
  }

  /** The type, one of {@link FrameType}; another one if the peer sends it. */
  public int type() {
    return type;
  }

  /** The id of the request; 0 where a frame belongs to none. */
  public long id() {
    return id;
  }

  /** The payload, not a copy. */
  public byte[] payload() {
    return payload;
  }

  /** Starts to read the payload. */
  public PortableInput input() {
    return new PortableInput(payload, 0, payload.length);
  }

  /**
   * Reads the payload as a reason: one line of limited length, since it gets into logs and journals
   * whatever the peer has written.
   */
  public String reason() throws PortableFormException {
    return line(input().text());
  }

  /** Makes one line of limited length of a text of the peer. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST_REASON); i++) {
      char c = text.charAt(i);
      boolean isBreak = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      line.append(isBreak ? ' ' : c);
    }
    return line.append(text.length() > LONGEST_REASON ? "..." : "").toString();
  }

  /** The bytes of this frame on the wire. */
  public byte[] bytes() {
    try {
      PortableOutput out = new PortableOutput(Integer.BYTES + HEADER + payload.length);
      out.fixed32(HEADER + payload.length);
      out.u8(type);
      out.fixed64(id);
      out.raw(payload);
      return out.toBytes();
    } catch (PortableFormException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "frame " + type + " of " + id + ", " + payload.length + " bytes";
  }
}
