package io.understudy.agent.metrics;

import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.log.Log;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code GET /metrics} to Prometheus on the configured address; the default is the loopback
 * address. Thread-safe.
 *
 * <p>It starts no network in premain. If it cannot listen, it logs one warning and the agent
 * continues. If serving fails, it listens again after a pause.
 */
public final class MetricsEndpoint implements Closeable {
  private static final int MOST_BINDS = 5;
  private static final long BIND_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long CLOSE_MILLIS = 2_000;

  private final MetricsConfig.Prometheus config;
  private final Supplier<Metrics> metrics;
  private final Log log;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean closed;
  private volatile @Nullable ScrapeServer server;
  private volatile @Nullable Thread thread;
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
      Thread serving = new ServingThread(this::serve);
      thread = serving;
      serving.start();
    }
  }

  private void serve() {
    boolean isFailing = false;
    while (!closed) {
      try {
        listen();
        return;
      } catch (IOException | RuntimeException | Error e) {
        port = -1;
        if (server == null) {
          log.warn(
              "metrics: cannot listen on "
                  + config.host()
                  + ":"
                  + config.port()
                  + " ("
                  + e
                  + "); the agent continues without metrics");
          return;
        }
        if (!isFailing) {
          log.warn("metrics: serving has failed, and is started again after a pause", e);
        }
        isFailing = true;
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
  }

  private void listen() throws IOException {
    Metrics meters = metrics.get();
    ScrapeServer listening = bind(meters);
    boolean isFirst = server == null;
    server = listening;
    port = listening.port();
    if (closed) {
      port = -1;
      listening.close();
    } else if (isFirst) {
      log.info("metrics: listening on " + config.host() + ":" + port);
    }
    listening.run();
  }

  private ScrapeServer bind(Metrics meters) throws IOException {
    InetAddress address = InetAddress.getByName(config.host());
    for (int i = 1; ; i++) {
      try {
        return new ScrapeServer(
            new InetSocketAddress(address, config.port()), config.host(), meters::page);
      } catch (BindException taken) {
        // The endpoint of the configuration before a reload may not have freed the port yet.
        if (i >= MOST_BINDS) {
          throw taken;
        }
        LockSupport.parkNanos(this, BIND_NANOS);
      }
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
    closed = true;
    port = -1;
    ScrapeServer listening = server;
    Thread serving = thread;
    if (listening != null) {
      listening.close();
    }
    if (serving != null) {
      LockSupport.unpark(serving);
      try {
        // So that the port is free when the next endpoint starts.
        serving.join(CLOSE_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
