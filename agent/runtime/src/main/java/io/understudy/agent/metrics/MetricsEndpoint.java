package io.understudy.agent.metrics;

import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
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
 * continues, and tries again each minute: another process may hold the port for a while. If serving
 * fails, it listens again after a pause.
 */
public final class MetricsEndpoint implements Closeable {
  private static final int MOST_BINDS = 5;
  private static final long BIND_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long FIRST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final MetricsConfig.Prometheus config;
  private final Supplier<Metrics> metrics;
  private final Log log;
  private final AgentLoop loop;
  private final long retryNanos;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean closed;
  private volatile @Nullable ScrapeServer server;
  private volatile int port = -1;

  // Only for the loop's thread.
  private @Nullable Metrics meters;
  private boolean hasListened;
  private boolean isFailing;

  /**
   * Creates an endpoint that does not listen yet.
   *
   * @param config host and port
   * @param metrics creates the meters when the endpoint starts, since that loads classes
   * @param threads starts the endpoint's thread
   * @param log receives the address, or the reason why the endpoint cannot listen
   */
  public MetricsEndpoint(
      MetricsConfig.Prometheus config, Supplier<Metrics> metrics, AgentThreads threads, Log log) {
    this(config, metrics, threads, log, FIRST_PAUSE_NANOS);
  }

  /**
   * Creates an endpoint that does not listen yet.
   *
   * @param retryNanos the time between attempts to listen for the first time
   */
  MetricsEndpoint(
      MetricsConfig.Prometheus config,
      Supplier<Metrics> metrics,
      AgentThreads threads,
      Log log,
      long retryNanos) {
    this.config = config;
    this.retryNanos = retryNanos;
    this.metrics = metrics;
    this.log = log;
    this.loop = threads.loop("understudy-metrics", this::round);
  }

  /**
   * Starts to listen on a thread of its own, since resolving a host name can take long. Only the
   * first call that starts the thread has an effect. To be called after the application has
   * started.
   *
   * @throws OutOfMemoryError for example, if the JVM cannot create a thread; a later call may
   */
  public void start() {
    if (!closed && started.compareAndSet(false, true)) {
      boolean isRunning = false;
      try {
        loop.start();
        isRunning = true;
      } finally {
        started.set(isRunning);
      }
    }
  }

  private long round() throws IOException {
    if (closed) {
      release();
      return AgentLoop.END;
    }
    boolean isServed = false;
    try {
      ScrapeServer open = server;
      if (open == null) {
        open = listen();
      }
      open.turn();
      isServed = true;
      return 0;
    } catch (IOException failure) {
      return hasListened ? relisten(failure) : retryLater(failure);
    } catch (RuntimeException | LinkageError failure) {
      return hasListened ? relisten(failure) : giveUp(failure);
    } finally {
      if (!isServed) {
        release();
      }
    }
  }

  private long retryLater(IOException failure) {
    if (!isFailing) {
      log.warn(cannotListen(failure) + ", and tries again each minute");
    }
    isFailing = true;
    return retryNanos;
  }

  private long giveUp(Throwable failure) {
    log.warn(cannotListen(failure));
    return AgentLoop.END;
  }

  private String cannotListen(Throwable failure) {
    return "metrics: cannot listen on "
        + config.host()
        + ":"
        + config.port()
        + " ("
        + failure
        + "); the agent continues without metrics";
  }

  private long relisten(Throwable failure) {
    if (!isFailing) {
      log.warn("metrics: serving has failed, and is started again after a pause", failure);
    }
    isFailing = true;
    return PAUSE_NANOS;
  }

  private void release() throws IOException {
    port = -1;
    ScrapeServer open = server;
    if (open != null) {
      open.close();
      server = null; // last: if closing fails, the next round closes it again and frees the port
    }
  }

  private ScrapeServer listen() throws IOException {
    Metrics known = meters;
    if (known == null) {
      known = metrics.get();
      meters = known;
    }
    ScrapeServer listening = bind(known);
    server = listening;
    port = listening.port();
    if (!hasListened) {
      hasListened = true;
      isFailing = false;
      log.info("metrics: listening on " + config.host() + ":" + port);
    }
    return listening;
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
    closed = true;
    port = -1;
    if (started.get()) {
      ScrapeServer open = server;
      if (open != null) {
        open.wake();
      }
      loop.wake();
      // So that the port is free when the next endpoint starts.
      loop.join(CLOSE_NANOS);
    }
  }
}
