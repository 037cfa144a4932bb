package io.understudy.agent.remote;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of one configuration: one for each host, however many call points. */
public final class HostConnections {
  private final AgentThreads threads;
  private final Log log;
  private final Map<String, HostConnection> connections = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Creates a set without connections. */
  public HostConnections(AgentThreads threads, Log log) {
    this.threads = threads;
    this.log = log;
  }

  /** Returns the connection to a host; it opens when it is used. */
  public HostConnection to(HostConfig config) {
    HostConnection connection =
        connections.computeIfAbsent(
            config.connection(), key -> new HostConnection(config, threads, log));
    if (closed) {
      connection.close();
    }
    return connection;
  }

  /** Ends all connections. */
  public void close() {
    closed = true;
    connections.values().forEach(HostConnection::close);
  }
}
