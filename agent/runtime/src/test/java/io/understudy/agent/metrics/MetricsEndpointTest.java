package io.understudy.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThread;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.rig.Condition;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MetricsEndpointTest {
  private final StoredLog log = new StoredLog();
  private final AgentThreads threads = new AgentThreads(Log.none());

  @Test
  void onlyMetricsAreServed() throws Exception {
    try (MetricsEndpoint endpoint = endpoint("127.0.0.1", 0)) {
      assertThat(endpoint.port()).isEqualTo(-1);
      endpoint.start();
      endpoint.start();
      String log = awaitMessage();
      assertThat(log).isEqualTo("metrics: listening on 127.0.0.1:" + endpoint.port());

      HttpURLConnection metrics = open(endpoint, "GET", "/metrics");
      assertThat(metrics.getResponseCode()).isEqualTo(200);
      assertThat(metrics.getContentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      byte[] body = new byte[metrics.getContentLength()];
      new java.io.DataInputStream(metrics.getInputStream()).readFully(body);
      assertThat(new String(body, StandardCharsets.UTF_8))
          .contains("understudy_build_info{")
          .endsWith("\n");

      assertThat(open(endpoint, "POST", "/metrics").getResponseCode()).isEqualTo(405);
      assertThat(open(endpoint, "GET", "/").getResponseCode()).isEqualTo(404);
      assertThat(open(endpoint, "GET", "/metrics/x").getResponseCode()).isEqualTo(404);
      assertThat(threads()).isNotEmpty().allMatch(AgentThread.class::isInstance);
    }
  }

  @Test
  void threadContinuesAfterAnErrorAndAnInterrupt() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    MetricsEndpoint endpoint =
        new MetricsEndpoint(
            new MetricsConfig.Prometheus("127.0.0.1", 0),
            () -> {
              if (attempts.getAndIncrement() == 0) {
                throw new OutOfMemoryError();
              }
              return new Metrics("1.0", Collections.emptyList());
            },
            threads,
            log);
    endpoint.start();
    awaitMessage();
    threads().forEach(Thread::interrupt);
    assertThat(open(endpoint, "GET", "/metrics").getResponseCode()).isEqualTo(200);
    assertThat(threads.failures()).isEqualTo(1);
    endpoint.close();
    assertThat(endpoint.port()).isEqualTo(-1);
  }

  @Test
  void portInUseIsLoggedOnce() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        MetricsEndpoint endpoint = endpoint("127.0.0.1", taken.getLocalPort())) {
      endpoint.start();
      endpoint.start();
      assertThat(awaitMessage())
          .startsWith("metrics: cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (")
          .endsWith("; the agent continues without metrics, and tries again each minute");
      assertThat(endpoint.port()).isEqualTo(-1);
      assertThat(log.texts).hasSize(1);
    }
  }

  @Test
  void portThatBecomesFreeIsTaken() throws Exception {
    ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    int port = taken.getLocalPort();
    try (MetricsEndpoint endpoint = endpoint("127.0.0.1", port, 1_000_000)) {
      endpoint.start();
      awaitMessage();
      taken.close();
      Condition.await("it listens", () -> endpoint.port() == port);
      assertThat(open(endpoint, "GET", "/metrics").getResponseCode()).isEqualTo(200);
      assertThat(log.texts).hasSize(2);
      assertThat(log.texts.get(1)).isEqualTo("metrics: listening on 127.0.0.1:" + port);
    } finally {
      taken.close();
    }
  }

  @Test
  void closedEndpointNeverStarts() {
    MetricsEndpoint endpoint = endpoint("127.0.0.1", 0);
    endpoint.close();
    endpoint.start();
    assertThat(endpoint.port()).isEqualTo(-1);
    assertThat(log.texts).isEmpty();
  }

  private MetricsEndpoint endpoint(String host, int port) {
    return endpoint(host, port, 60_000_000_000L);
  }

  private MetricsEndpoint endpoint(String host, int port, long retryNanos) {
    return new MetricsEndpoint(
        new MetricsConfig.Prometheus(host, port),
        () -> new Metrics("1.0", Collections.emptyList()),
        threads,
        log,
        retryNanos);
  }

  private String awaitMessage() throws Exception {
    Condition.await("a message is logged", () -> !log.texts.isEmpty());
    return log.texts.get(0);
  }

  private static HttpURLConnection open(MetricsEndpoint endpoint, String method, String path)
      throws IOException {
    URL url = new URL("http", "127.0.0.1", endpoint.port(), path);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestMethod(method);
    return connection;
  }

  private static List<Thread> threads() {
    List<Thread> found = new CopyOnWriteArrayList<>(Thread.getAllStackTraces().keySet());
    found.removeIf(t -> !t.getName().matches("understudy-metrics"));
    assertThat(found).isNotEmpty();
    return found;
  }

  private static final class StoredLog implements Log {
    final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void info(String text) {
      texts.add(text);
    }

    @Override
    public void fatal(String text) {
      texts.add(text);
    }

    @Override
    public void warn(String text) {
      texts.add(text);
    }

    @Override
    public void warn(String text, Throwable cause) {
      texts.add(text);
    }

    @Override
    public void warnOnce(String key, String text) {
      texts.add(text);
    }

    @Override
    public void warnOnce(String key, String text, @Nullable Throwable cause) {
      texts.add(text);
    }
  }
}
