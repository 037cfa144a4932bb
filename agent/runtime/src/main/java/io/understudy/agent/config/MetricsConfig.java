package io.understudy.agent.config;

import org.jspecify.annotations.Nullable;

/** Where the agent's figures can be scraped. Immutable. */
public final class MetricsConfig {
  private final @Nullable Prometheus prometheus;

  /** States the keys under {@code metrics:}; null where nothing listens. */
  public MetricsConfig(@Nullable Prometheus prometheus) {
    this.prometheus = prometheus;
  }

  /** The Prometheus endpoint; null where it is not configured, and then nothing listens. */
  public @Nullable Prometheus prometheus() {
    return prometheus;
  }

  /** An HTTP endpoint in the Prometheus text format. Immutable. */
  public static final class Prometheus {
    private final String host;
    private final int port;

    /** Listens on {@code host}, a name or address, and {@code port}; 0 takes any free one. */
    public Prometheus(String host, int port) {
      this.host = host;
      this.port = port;
    }

    /** The name or address to listen on; the loopback address unless configured. */
    public String host() {
      return host;
    }

    /** The port from 0 to 65535; 0 takes any free one. */
    public int port() {
      return port;
    }
  }
}
