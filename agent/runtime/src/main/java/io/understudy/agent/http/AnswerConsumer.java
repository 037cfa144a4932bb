package io.understudy.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Collects an answer of a limited size. Confined to the thread of the connection. */
final class AnswerConsumer extends AbstractBinResponseConsumer<HttpAnswer> {
  private final long most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private String encoding = "";

  /** Thrown when an answer exceeds its limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  AnswerConsumer(long most) {
    this.most = most;
  }

  @Override
  protected void start(HttpResponse response, ContentType contentType) {
    status = response.getCode();
    Header header = response.getFirstHeader("Content-Encoding");
    encoding = header == null ? "" : String.valueOf(header.getValue());
  }

  @Override
  protected int capacityIncrement() {
    return Integer.MAX_VALUE;
  }

  @Override
  protected void data(ByteBuffer chunk, boolean isLast) throws IOException {
    if (body.size() + (long) chunk.remaining() > most) {
      throw new TooLargeException();
    }
    byte[] bytes = new byte[chunk.remaining()];
    chunk.get(bytes);
    body.write(bytes, 0, bytes.length);
  }

  @Override
  protected HttpAnswer buildResult() {
    return new HttpAnswer(status, encoding, body.toByteArray());
  }

  @Override
  public void releaseResources() {}
}
