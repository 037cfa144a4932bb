package io.understudy.agent.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.log.Log;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code GET /metrics} to Prometheus on the configured address; the default is the loopback
 * address. Thread-safe.
 *
 * <p>It must not start in premain: on Java 8 the JDK's server initialises java.util.logging, which
 * breaks some application servers. If it cannot listen, it logs one warning and the agent
 * continues.
 */
public final class MetricsEndpoint implements Closeable {
  private static final int WAITING_REQUESTS = 8;

  private final MetricsConfig.Prometheus config;
  private final Supplier<Metrics> metrics;
  private final Log log;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable Runnable stop;
  private volatile int port = -1;

  /**
   * Creates an endpoint that does not listen yet.
   *
   * @param config host and port
   * @param metrics creates the meters when the endpoint starts, since that loads classes
   * @param log receives the address, or the reason why the endpoint cannot listen
   */
  public MetricsEndpoint(MetricsConfig.Prometheus config, Supplier<Metrics> metrics, Log log) {
    this.config = config;
    this.metrics = metrics;
    this.log = log;
  }

  /**
   * Starts to listen on a separate thread, since resolving a host name can take long. Only the
   * first call has an effect. To be called after the application has started.
   */
  public void start() {
    if (started.compareAndSet(false, true)) {
      daemon(this::listen, "understudy-metrics").start();
    }
  }

  private void listen() {
    String address = config.host() + ":" + config.port();
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByName(config.host()), config.port()), 0);
      ThreadPoolExecutor executor = executor();
      server.setExecutor(executor);
      Metrics meters = metrics.get();
      server.createContext("/", exchange -> answer(exchange, meters));
      stop =
          () -> {
            server.stop(0);
            executor.shutdownNow();
          };
      // The dispatcher thread inherits from this one: a daemon without a context class loader.
      server.start();
      port = server.getAddress().getPort();
      log.info("metrics: listening on " + config.host() + ":" + port);
    } catch (IOException | RuntimeException e) {
      log.warn(
          "metrics: cannot listen on "
              + address
              + " ("
              + e
              + "); the agent continues without metrics");
    } catch (LinkageError missing) {
      log.warn(
          "metrics: this JVM has no module jdk.httpserver; the agent continues without metrics");
    }
  }

  private static ThreadPoolExecutor executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_REQUESTS),
            work -> daemon(work, "understudy-metrics-http"));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    // Otherwise the application's default handler would be called.
    thread.setUncaughtExceptionHandler((self, thrown) -> {});
    return thread;
  }

  private static void answer(HttpExchange exchange, Metrics meters) throws IOException {
    try {
      if (!exchange.getRequestURI().getPath().equals("/metrics")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        byte[] body = meters.page().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", PrometheusText.CONTENT_TYPE);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    } finally {
      exchange.close();
    }
  }

  /** The port of the endpoint; -1 if it does not listen. */
  public int port() {
    return port;
  }

  /** Stops listening; an endpoint that has not started never starts. */
  @Override
  public void close() {
    started.set(true);
    Runnable listening = stop;
    if (listening != null) {
      listening.run();
      port = -1;
    }
  }
}
