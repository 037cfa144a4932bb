package io.understudy.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.HttpOrigin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that behave in unusual ways. */
@Timeout(60)
class HttpConnectionsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n";

  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  private final ServerSocket server;
  private @Nullable HttpConnections connections;

  HttpConnectionsTest() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    HttpConnections opened = connections;
    if (opened != null) {
      opened.close();
    }
    server.close();
  }

  /** Answers each request after a pause; closes the connection afterwards if that is asked for. */
  private void serve(String answer, long pauseMillis, boolean closes) throws HttpException {
    thread(
        () -> {
          while (true) {
            Socket socket = server.accept();
            thread(() -> answer(socket, answer, pauseMillis, closes));
          }
        });
    HttpOrigin origin =
        HttpOrigin.parse("http://127.0.0.1:" + server.getLocalPort())
            .with(1, Duration.ofMillis(300), null);
    connections = HttpConnections.open(origin);
  }

  private interface Body {
    void run() throws IOException, InterruptedException;
  }

  private static void thread(Body body) {
    Thread thread =
        new Thread(
            () -> {
              try {
                body.run();
              } catch (IOException | InterruptedException end) {
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void answer(Socket socket, String answer, long pauseMillis, boolean closes)
      throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = socket.getOutputStream();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        Thread.sleep(pauseMillis);
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (closes) {
          socket.close();
          return;
        }
      }
    }
  }

  private void send() throws HttpException {
    HttpCall call = new HttpCall("GET", "/", Collections.emptyMap(), null);
    Objects.requireNonNull(connections).send(call, 1_000, 10_000, new StoredEnds());
  }

  private final class StoredEnds implements HttpConnections.Listener {
    @Override
    public void sent() {}

    @Override
    public void answered(Exchange exchange, HttpAnswer answer) {
      ends.add(answer.toString());
    }

    @Override
    public void failed(HttpException why) {
      ends.add(why.reason());
    }
  }

  private String end() throws InterruptedException {
    return String.valueOf(ends.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void connectionThatEndsWithEachAnswerIsNotUsedAgain() throws Exception {
    serve(OK + "Connection: close\r\n\r\n{}", 0, true);
    for (int i = 0; i < 3; i++) {
      send();
    }

    for (int i = 0; i < 3; i++) {
      assertThat(end()).isEqualTo("200, 2 bytes");
    }
  }

  @Test
  void answerMayTakeLongerThanConnecting() throws Exception {
    serve(OK + "\r\n{}", 900, false);
    send();
    send();

    assertThat(end()).isEqualTo("200, 2 bytes");
    assertThat(end()).isEqualTo("200, 2 bytes");
  }

  @Test
  void headOfAnAnswerIsLimited() throws Exception {
    StringBuilder head = new StringBuilder(OK);
    for (int i = 0; i < 1_000; i++) {
      head.append("X-").append(i).append(": y\r\n");
    }
    serve(head + "\r\n{}", 0, false);
    send();

    assertThat(end()).contains("could not be read");
  }

  @Test
  void lineOfAnAnswerIsLimited() throws Exception {
    char[] letters = new char[200_000];
    Arrays.fill(letters, 'y');
    serve(OK + "X: " + new String(letters) + "\r\n\r\n{}", 0, false);
    send();

    assertThat(end()).contains("could not be read");
  }
}
