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
 * {@code GET /metrics} for Prometheus, on the configured address, which is loopback unless it was
 * configured otherwise.
 *
 * <p>Never started in premain: the JDK's server initialises java.util.logging on Java 8, which an
 * application server may not survive. Where it cannot listen, the log says so once, and the agent
 * goes on.
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
   * An endpoint that does not listen yet.
   *
   * @param metrics makes the meters when they are needed, which loads classes
   */
  public MetricsEndpoint(MetricsConfig.Prometheus config, Supplier<Metrics> metrics, Log log) {
    this.config = config;
    this.metrics = metrics;
    this.log = log;
  }

  /**
   * Starts to listen, the first time that it is called, on a thread of its own, since looking up a
   * host may take long. To be called when the application's own code runs.
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
      // Its dispatcher thread takes after this one: a daemon without a context class loader.
      server.start();
      port = server.getAddress().getPort();
      log.info("metrics: listening on " + config.host() + ":" + port);
    } catch (IOException | RuntimeException e) {
      log.warn("metrics: cannot listen on " + address + " (" + e + "); going on without");
    } catch (LinkageError missing) {
      log.warn("metrics: this JVM has no module jdk.httpserver; going on without");
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
    // Else a default handler of the application's would hear of it.
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

  /** The port that is listened on; -1 when none is, or not yet. */
  public int port() {
    return port;
  }

  /** Stops listening, or never begins to. */
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
