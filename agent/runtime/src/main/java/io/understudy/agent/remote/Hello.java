package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import org.jspecify.annotations.Nullable;

/** The agent's first message: which versions it speaks, and the token. Immutable. */
public final class Hello {
  /** The version of the protocol that this code speaks. */
  public static final int VERSION = 1;

  /** The longest frame before the host has said welcome. */
  public static final int LONGEST = 8 << 10;

  private static final int MAGIC = 0x55534850; // USHP

  private final int first;
  private final int last;
  private final @Nullable String token;

  /**
   * Creates a message.
   *
   * @param first the oldest version that the agent speaks
   * @param last the newest one
   */
  public Hello(int first, int last, @Nullable String token) {
    this.first = first;
    this.last = last;
    this.token = token;
  }

  /** Whether the agent speaks a version. */
  public boolean speaks(int version) {
    return first <= version && version <= last;
  }

  /** The token; null if the agent has none. */
  public @Nullable String token() {
    return token;
  }

  /** The versions, for people. */
  public String versions() {
    return first == last ? "version " + first : "versions " + first + " to " + last;
  }

  /** The payload. */
  public byte[] bytes() {
    return Payload.small(
        out -> {
          out.fixed32(MAGIC);
          out.u8(first);
          out.u8(last);
          Payload.optional(token, out);
        });
  }

  /** Reads a payload. */
  public static Hello read(PortableInput in) throws PortableFormException {
    if (in.fixed32() != MAGIC) {
      throw new PortableFormException("not the protocol of a host of Understudy");
    }
    Hello hello = new Hello(in.u8(), in.u8(), Payload.optional(in));
    // A later version may add to it.
    return hello;
  }

  /** Without the token, which must not get into a log. */
  @Override
  public String toString() {
    return versions() + (token == null ? " without a token" : " with a token");
  }
}
