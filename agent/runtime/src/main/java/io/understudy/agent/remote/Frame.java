package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import io.understudy.portable.PortableOutput;

/** One frame of the host protocol: a type, the id of a request, and a payload. Immutable. */
public final class Frame {
  /** The bytes of type and id. */
  static final int HEADER = 9;

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
