package io.understudy.agent.remote;

import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;

/** Calls a method that the host has found. Immutable. */
public final class CallRequest {
  private final long method;
  private final long timeoutMillis;
  private final boolean wantsArguments;
  private final byte[] arguments;

  /**
   * Creates a request.
   *
   * @param method see {@link MethodReply#number()}
   * @param timeoutMillis after it the agent cancels the call
   * @param wantsArguments whether the arguments are returned as they are after the call
   * @param arguments an array of all arguments in portable form; not copied
   */
  public CallRequest(long method, long timeoutMillis, boolean wantsArguments, byte[] arguments) {
    this.method = method;
    this.timeoutMillis = timeoutMillis;
    this.wantsArguments = wantsArguments;
    this.arguments = arguments;
  }

  /** See {@link MethodReply#number()}. */
  public long method() {
    return method;
  }

  /** After it the agent cancels the call. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** Whether the arguments are returned as they are after the call. */
  public boolean wantsArguments() {
    return wantsArguments;
  }

  /** An array of all arguments in portable form; not a copy. */
  public byte[] arguments() {
    return arguments;
  }

  /** The payload. */
  public byte[] bytes() {
    return Payload.small(
        out -> {
          out.varint(method);
          out.varint(timeoutMillis);
          out.u8(wantsArguments ? 1 : 0);
          out.raw(arguments);
        });
  }

  /** Reads a payload. */
  public static CallRequest read(PortableInput in) throws PortableFormException {
    return new CallRequest(in.varint(), in.varint(), in.count(1) == 1, in.raw(in.left()));
  }

  @Override
  public String toString() {
    return "call of method " + method + ", " + arguments.length + " bytes";
  }
}
