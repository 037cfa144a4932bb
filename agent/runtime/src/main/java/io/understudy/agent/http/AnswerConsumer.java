package io.understudy.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.entity.AbstractBinDataConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Collects an answer of a limited size. Confined to the thread of the connection. */
final class AnswerConsumer extends AbstractBinDataConsumer
    implements AsyncResponseConsumer<HttpAnswer> {
  private final long most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private String encoding = "";
  private @Nullable FutureCallback<HttpAnswer> result;

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
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<HttpAnswer> callback) {
    status = response.getCode();
    Header header = response.getFirstHeader("Content-Encoding");
    encoding = header == null ? "" : String.valueOf(header.getValue());
    if (entity == null) {
      callback.completed(new HttpAnswer(status, encoding, new byte[0]));
    } else {
      result = callback;
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {}

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
  protected void completed() {
    FutureCallback<HttpAnswer> callback = result;
    if (callback != null) {
      callback.completed(new HttpAnswer(status, encoding, body.toByteArray()));
    }
  }

  @Override
  public void failed(Exception failure) {}

  @Override
  public void releaseResources() {}
}
