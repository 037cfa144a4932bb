package io.understudy.agent.config;

import org.jspecify.annotations.Nullable;

/** The keys under {@code metrics:}. Immutable. */
public final class MetricsConfig {
  private final @Nullable Prometheus prometheus;

  /** Creates the values of the keys under {@code metrics:}; null for no endpoint. */
  public MetricsConfig(@Nullable Prometheus prometheus) {
    this.prometheus = prometheus;
  }

  /** The Prometheus endpoint; null if none is configured, and no port is opened. */
  public @Nullable Prometheus prometheus() {
    return prometheus;
  }

  /** An HTTP endpoint in the Prometheus text format. Immutable. */
  public static final class Prometheus {
    private final String host;
    private final int port;

    /**
     * Creates an endpoint at {@code host}, a name or address, and {@code port}; 0 takes any free
     * port.
     */
    public Prometheus(String host, int port) {
      this.host = host;
      this.port = port;
    }

    /** The name or address to listen on. */
    public String host() {
      return host;
    }

    /** The port from 0 to 65535; 0 takes any free port. */
    public int port() {
      return port;
    }
  }
}
