package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method that a host has found. Immutable. */
public final class MethodReply {
  private final long number;
  private final String method;
  private final List<String> parameters;
  private final String result;
  private final String code;
  private final @Nullable String codeHash;

  /**
   * Creates a reply.
   *
   * @param number names the method in calls on this connection
   * @param method the method, as {@code com.acme.Pricing#quote}
   * @param parameters the names of its parameter types
   * @param result the name of its result type
   * @param code the name of the jar or directory of its class
   * @param codeHash SHA-256 of the jar; null for a directory
   */
  public MethodReply(
      long number,
      String method,
      List<String> parameters,
      String result,
      String code,
      @Nullable String codeHash) {
    this.number = number;
    this.method = method;
    this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    this.result = result;
    this.code = code;
    this.codeHash = codeHash;
  }

  /** Names the method in calls on this connection. */
  public long number() {
    return number;
  }

  /** The method, as {@code com.acme.Pricing#quote}. */
  public String method() {
    return method;
  }

  /** The names of its parameter types. Unmodifiable. */
  public List<String> parameters() {
    return parameters;
  }

  /** The name of its result type. */
  public String result() {
    return result;
  }

  /** The name of the jar or directory of its class. */
  public String code() {
    return code;
  }

  /** SHA-256 of the jar; null for a directory. */
  public @Nullable String codeHash() {
    return codeHash;
  }

  /** The payload. */
  public byte[] bytes() {
    return Payload.small(
        out -> {
          out.varint(number);
          out.text(method);
          Payload.texts(parameters, out);
          out.text(result);
          out.text(code);
          Payload.optional(codeHash, out);
        });
  }

  /** Reads a payload. */
  public static MethodReply read(PortableInput in) throws PortableFormException {
    MethodReply reply =
        new MethodReply(
            in.varint(),
            in.text(),
            Payload.texts(in),
            in.text(),
            in.text(),
            Payload.optional(in));
    in.end();
    return reply;
  }

  @Override
  public String toString() {
    return method + "(" + String.join(", ", parameters) + "): " + result;
  }
}
