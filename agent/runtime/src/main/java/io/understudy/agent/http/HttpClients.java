package io.understudy.agent.http;

import io.understudy.agent.config.HttpOrigin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clients of one configuration: one for each server, however many call points. Thread-safe. */
public final class HttpClients {
  private final Map<String, HttpConnections> clients = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Creates a set without clients. */
  public HttpClients() {}

  /**
   * Returns the connections to a server. The first call starts their thread.
   *
   * @throws HttpException when the trusted certificates cannot be read, or the agent stops
   */
  public synchronized HttpConnections to(HttpOrigin origin) throws HttpException {
    if (closed) {
      throw new HttpException("shutdown");
    }
    HttpConnections known = clients.get(origin.connection());
    if (known == null) {
      known = HttpConnections.open(origin);
      clients.put(origin.connection(), known);
    }
    return known;
  }

  /** Closes all connections and ends their threads. */
  public synchronized void close() {
    closed = true;
    clients.values().forEach(HttpConnections::close);
    clients.clear();
  }
}
