package io.understudy.agent.remote;

import io.understudy.compare.ThrownException;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import io.understudy.portable.PortableOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a candidate did in a host. Immutable. */
public final class CallReply {
  private final long nanos;
  private final @Nullable ThrownException thrown;
  private final byte[] values;

  /**
   * Creates a reply.
   *
   * @param nanos how long the candidate ran
   * @param thrown null if it has returned
   * @param values in portable form: an array of the result, and, if they are wanted, an array of
   *     the arguments after the call; not copied
   */
  public CallReply(long nanos, @Nullable ThrownException thrown, byte[] values) {
    this.nanos = nanos;
    this.thrown = thrown;
    this.values = values;
  }

  /** How long the candidate ran, in nanoseconds. */
  public long nanos() {
    return nanos;
  }

  /** The exception; null if the candidate has returned. */
  public @Nullable ThrownException thrown() {
    return thrown;
  }

  /** The values in portable form; not a copy. */
  public byte[] values() {
    return values;
  }

  /** The payload. */
  public byte[] bytes() {
    return Payload.small(
        out -> {
          out.varint(nanos);
          out.u8(thrown == null ? 0 : 1);
          if (thrown != null) {
            exception(thrown, out);
            out.varint(thrown.causes().size());
            for (ThrownException cause : thrown.causes()) {
              exception(cause, out);
            }
          }
          out.raw(values);
        });
  }

  private static void exception(ThrownException thrown, PortableOutput out)
      throws PortableFormException {
    out.text(thrown.className());
    Payload.texts(thrown.typeNames(), out);
    Payload.optional(thrown.message(), out);
    Payload.optional(thrown.sqlState(), out);
  }

  /** Reads a payload. */
  public static CallReply read(PortableInput in) throws PortableFormException {
    long nanos = in.varint();
    if (nanos < 0) {
      throw new PortableFormException("a duration of more than 63 bits");
    }
    ThrownException thrown = null;
    if (in.count(1) == 1) {
      String className = in.text();
      List<String> typeNames = Payload.texts(in);
      String message = Payload.optional(in);
      String sqlState = Payload.optional(in);
      List<ThrownException> causes = new ArrayList<>();
      for (int left = in.count(ThrownException.MOST_CAUSES); left > 0; left--) {
        causes.add(cause(in));
      }
      thrown = ThrownException.named(className, typeNames, message, sqlState, causes);
    }
    return new CallReply(nanos, thrown, in.raw(in.left()));
  }

  private static ThrownException cause(PortableInput in) throws PortableFormException {
    return ThrownException.named(
        in.text(),
        Payload.texts(in),
        Payload.optional(in),
        Payload.optional(in),
        Collections.emptyList());
  }

  @Override
  public String toString() {
    return thrown == null ? "returned" : "threw " + thrown.className();
  }
}
