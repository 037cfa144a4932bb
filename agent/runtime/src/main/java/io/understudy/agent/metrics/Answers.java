package io.understudy.agent.metrics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the endpoint as bytes. Requests within one second get one page, so that many
 * requests cost neither time nor memory. Confined to the server's thread.
 */
final class Answers {
  private static final long PAGE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<String> pages;
  private byte @Nullable [] page;
  private long pageNanos;

  Answers(Supplier<String> pages) {
    this.pages = pages;
  }

  /** Returns a complete answer that closes the connection. */
  ByteBuffer of(int status, boolean withBody) {
    byte[] body =
        status == 200
            ? page()
            : ("understudy: " + reason(status) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] head = head(status, body.length).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer answer = ByteBuffer.allocate(head.length + (withBody ? body.length : 0));
    answer.put(head);
    if (withBody) {
      answer.put(body);
    }
    answer.flip();
    return answer;
  }

  private byte[] page() {
    byte[] known = page;
    long now = System.nanoTime();
    if (known == null || now - pageNanos > PAGE_NANOS) {
      known = pages.get().getBytes(StandardCharsets.UTF_8);
      page = known;
      pageNanos = now;
    }
    return known;
  }

  private static String head(int status, int length) {
    return "HTTP/1.1 "
        + status
        + " "
        + phrase(status)
        + "\r\nContent-Type: "
        + (status == 200 ? PrometheusText.CONTENT_TYPE : "text/plain; charset=utf-8")
        + "\r\nContent-Length: "
        + length
        + (status == 405 ? "\r\nAllow: GET, HEAD" : "")
        + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close"
        + "\r\n\r\n";
  }

  private static String phrase(int status) {
    switch (status) {
      case 200:
        return "OK";
      case 400:
        return "Bad Request";
      case 404:
        return "Not Found";
      case 405:
        return "Method Not Allowed";
      case 421:
        return "Misdirected Request";
      default:
        return "Request Header Fields Too Large";
    }
  }

  private static String reason(int status) {
    switch (status) {
      case 404:
        return "only /metrics is served here";
      case 405:
        return "only GET and HEAD are served here";
      case 421:
        return "the Host header names neither this address nor metrics.prometheus.host";
      default:
        return phrase(status);
    }
  }
}
