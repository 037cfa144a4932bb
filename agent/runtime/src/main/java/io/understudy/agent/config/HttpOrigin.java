package io.understudy.agent.config;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A server that answers HTTP, and how many connections to it there are. Immutable. */
public final class HttpOrigin {
  private final boolean secure;
  private final String host;
  private final int port;
  private final int connections;
  private final Duration connectTimeout;
  private final @Nullable String trust;

  private HttpOrigin(
      boolean secure,
      String host,
      int port,
      int connections,
      Duration connectTimeout,
      @Nullable String trust) {
    this.secure = secure;
    this.host = host;
    this.port = port;
    this.connections = connections;
    this.connectTimeout = connectTimeout;
    this.trust = trust;
  }

  /**
   * Parses {@code http://127.0.0.1:8081}, with at most 64 connections, which open within two
   * seconds.
   *
   * @throws IllegalArgumentException when the text is wrong; the message says what to write
   */
  public static HttpOrigin parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean isSecure = lower.startsWith("https://");
    if (!isSecure && !lower.startsWith("http://")) {
      throw wrong(text);
    }
    String authority = text.substring(isSecure ? 8 : 7);
    boolean isIpv6 = authority.matches("\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    if (!isIpv6 && !authority.matches("[A-Za-z0-9._-]+(:[0-9]{1,5})?")) {
      throw wrong(text);
    }
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']') && colon >= 0;
    String host = hasPort ? authority.substring(0, colon) : authority;
    int port = hasPort ? Integer.parseInt(authority.substring(colon + 1)) : isSecure ? 443 : 80;
    if (port < 1 || port > 65_535) {
      throw wrong(text);
    }
    host = isIpv6 ? host.substring(1, host.length() - 1) : host;
    return new HttpOrigin(isSecure, host, port, 64, Duration.ofSeconds(2), null);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "expected a server such as http://127.0.0.1:8081, without a user and without"
            + " placeholders, found \""
            + text
            + "\"");
  }

  /**
   * Returns the same server with other connections.
   *
   * @param most how many requests may be open at a time
   * @param timeout how long a connection may take to open
   * @param trustFile the file with the certificates that the server's must be signed by; null for
   *     those that the JVM trusts
   */
  public HttpOrigin with(int most, Duration timeout, @Nullable String trustFile) {
    return new HttpOrigin(secure, host, port, most, timeout, trustFile);
  }

  /** Whether the connections use TLS. */
  public boolean isSecure() {
    return secure;
  }

  /** The name or address. */
  public String host() {
    return host;
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** How many requests may be open at a time. */
  public int connections() {
    return connections;
  }

  /** How long a connection may take to open. */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /** The file with the trusted certificates in PEM; null for those that the JVM trusts. */
  public @Nullable String trust() {
    return trust;
  }

  /** What distinguishes sets of connections. */
  public String connection() {
    return this + " " + connections + " " + connectTimeout + " " + trust;
  }

  /** {@code http://127.0.0.1:8081}. */
  @Override
  public String toString() {
    return (secure ? "https://" : "http://")
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port;
  }
}
