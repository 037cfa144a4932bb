package io.understudy.agent.remote;

/** The types of frames, see docs/host-protocol.md. */
public final class FrameType {
  /** Agent to host, the first frame: {@link Hello}. */
  public static final int HELLO = 1;

  /** Host to agent, the answer to it: {@link Welcome}. */
  public static final int WELCOME = 2;

  /** Agent to host: find a method, {@link MethodRequest}. */
  public static final int FIND = 3;

  /** Host to agent: the method, {@link MethodReply}. */
  public static final int FOUND = 4;

  /** Agent to host: call a method, {@link CallRequest}. */
  public static final int CALL = 5;

  /** Host to agent: what the method did, {@link CallReply}. */
  public static final int OUTCOME = 6;

  /** Host to agent: a request that was not carried out, with the reason as text. */
  public static final int REFUSED = 7;

  /** Agent to host: the outcome of a call is not needed any more. */
  public static final int CANCEL = 8;

  /** Agent to host: answer with {@link #PONG} of the same id. */
  public static final int PING = 9;

  /** Host to agent. */
  public static final int PONG = 10;

  /** Either side, the last frame: the reason as text. */
  public static final int GOODBYE = 11;

  private FrameType() {}
}
