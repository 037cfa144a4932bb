package io.understudy.agent.http;

/** An answer as it was received. Not changed after its creation. */
public final class HttpAnswer {
  final int status;
  final String encoding;
  final byte[] body;

  HttpAnswer(int status, String encoding, byte[] body) {
    this.status = status;
    this.encoding = encoding;
    this.body = body;
  }

  /** The bytes of the body. */
  public int size() {
    return body.length;
  }

  @Override
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
