package io.understudy.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.agent.thread.AgentThread;
import io.understudy.rig.Condition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class ScrapeServerTest {
  private static final String PAGE = "a 1\n";

  private final List<Socket> clients = new ArrayList<>();
  private volatile boolean closed;
  private ScrapeServer server;
  private Thread thread = new Thread();
  private int port;
  private String page = PAGE;

  @BeforeEach
  void startServer() throws IOException {
    server = start("127.0.0.1");
  }

  private ScrapeServer start(String host) throws IOException {
    ScrapeServer made =
        new ScrapeServer(
            new InetSocketAddress(InetAddress.getByName(host), 0), "app.internal", () -> page);
    port = made.port();
    thread =
        new AgentThread(
            () -> {
              try {
                while (!closed) {
                  made.turn();
                }
                made.close();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            "understudy-metrics");
    thread.start();
    return made;
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket client : clients) {
      client.close();
    }
    endServer();
    thread.join();
    closed = false;
  }

  private void endServer() {
    closed = true;
    server.wake();
  }

  @Test
  void answerHasTheLengthAndClosesTheConnection() throws IOException {
    assertThat(ask("GET /metrics HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"))
        .isEqualTo(
            "HTTP/1.1 200 OK\r\n"
                + "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
                + "Content-Length: 4\r\n"
                + "Cache-Control: no-store\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + "Connection: close\r\n\r\n"
                + PAGE);
  }

  @Test
  void headHasNoBody() throws IOException {
    assertThat(ask("HEAD /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .contains("Content-Length: 4\r\n")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST, 200",
    "127.0.0.1, 200",
    "[::1], 200",
    "app.internal, 200",
    "localhost:PORT, 200",
    "127.0.0.1:PORT, 200",
    "[::1]:PORT, 200",
    "app.internal:PORT, 200",
    "localhost:1, 421",
    "127.0.0.1:, 421",
    "evil.example, 421",
    "evil.example:PORT, 421",
    "localhost.evil.example, 421",
    "127.0.0.1.evil.example:PORT, 421",
    "127.0.0.2:PORT, 421",
    "10.0.0.1, 421",
    "localhost:PORT:PORT, 421",
    "user@localhost, 421",
  })
  void onlyTheOwnHostIsServed(String host, String status) throws IOException {
    String name = host.replace("PORT", "" + port);
    assertThat(status(ask("GET /metrics HTTP/1.1\r\nHost: " + name + "\r\n\r\n")))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /metrics HTTP/1.0\r\n\r\n', 200",
    "'GET /metrics?a=b HTTP/1.1\r\nHost: localhost\r\n\r\n', 200",
    "'GET /metrics HTTP/1.1\nhost:localhost\n\n', 200",
    "'GET /metrics HTTP/1.1\r\n\r\n', 400",
    "'GET /metrics HTTP/1.1\r\nHost:\r\n\r\n', 400",
    "'GET /metrics HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n', 400",
    "'GET /metrics HTTP/1.1\r\nHost: localhost\r\n continued\r\n\r\n', 400",
    "'GET http://localhost/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n', 400",
    "'GET /metrics HTTP/2.0\r\nHost: localhost\r\n\r\n', 400",
    "'GET /metrics\r\n\r\n', 400",
    "'\r\n\r\n', 400",
    "'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', 404",
    "'GET /metrics/../metrics HTTP/1.1\r\nHost: localhost\r\n\r\n', 404",
    "'POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc', 405",
    "'OPTIONS /metrics HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil\r\n\r\n', 405",
  })
  void otherRequestsAreRefused(String request, String status) throws IOException {
    String answer = ask(request);
    assertThat(status(answer)).isEqualTo(status);
    assertThat(answer).doesNotContain("Access-Control");
  }

  @Test
  void longHeadIsRefused() throws IOException {
    String line = "X: " + Stream.generate(() -> "x").limit(100).collect(Collectors.joining());
    String lines = Stream.generate(() -> line).limit(90).collect(Collectors.joining("\r\n"));
    assertThat(status(ask("GET /metrics HTTP/1.1\r\n" + lines))).isEqualTo("431");
  }

  @Test
  void headInSmallPiecesIsServed() throws Exception {
    Socket client = connect();
    for (byte each : bytes("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      client.getOutputStream().write(each);
      client.getOutputStream().flush();
    }
    assertThat(status(read(client))).isEqualTo("200");
  }

  @Test
  void halfRequestsBlockNoOther() throws IOException {
    for (int i = 0; i < 300; i++) {
      connect().getOutputStream().write(bytes(i % 2 == 0 ? "GET /met" : ""));
    }
    assertThat(status(good())).isEqualTo("200");
  }

  @Test
  void clientsThatDoNotReadBlockNoOther() throws IOException {
    page = Stream.generate(() -> "abcdefgh\n").limit(1 << 20).collect(Collectors.joining());
    for (int i = 0; i < 20; i++) {
      Socket client = connect();
      client.getOutputStream().write(bytes("GET /metrics HTTP/1.0\r\n\r\n"));
    }
    assertThat(good()).endsWith(page);
  }

  @Test
  void connectionsEndWithoutTheirClient() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(bytes("GET /met"));
    assertThat(client.getInputStream().read()).as("closed after the limit").isEqualTo(-1);
  }

  @Test
  void interruptOfTheThreadIsHarmless() throws IOException {
    for (int i = 0; i < 100; i++) {
      thread.interrupt();
      assertThat(status(good())).isEqualTo("200");
    }
  }

  @Test
  void closedServerFreesThePort() throws Exception {
    connect();
    endServer();
    Condition.await("the thread ends", () -> !thread.isAlive());
    new ScrapeServer(
            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), "a", () -> page)
        .close();
  }

  @Test
  void ipv6IsServed() throws Exception {
    assumeTrue(hasIpv6());
    stop();
    server = start("::1");
    try (Socket client = new Socket(InetAddress.getByName("::1"), port)) {
      client
          .getOutputStream()
          .write(bytes("GET /metrics HTTP/1.1\r\nHost: [::1]:" + port + "\r\n\r\n"));
      assertThat(status(read(client))).isEqualTo("200");
    }
  }

  private static boolean hasIpv6() throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null;
  }

  private String good() throws IOException {
    return ask("GET /metrics HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
  }

  private String ask(String request) throws IOException {
    Socket client = connect();
    client.getOutputStream().write(bytes(request));
    return read(client);
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getByName("127.0.0.1"), port);
    clients.add(client);
    return client;
  }

  private static String read(Socket client) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = client.getInputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private static String status(String answer) {
    return answer.isEmpty() ? "none" : answer.split(" ")[1];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
