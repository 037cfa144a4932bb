package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a candidate runs that is in another JVM: the address of a host process. Immutable. */
public final class HostConfig {
  private final String host;
  private final int port;
  private final @Nullable String tokenFile;
  private final @Nullable String trust;
  private final List<TypeConfig> types;

  /**
   * Creates the configuration of a host.
   *
   * @param host a name or an address
   * @param tokenFile the file with the token; null for none
   * @param trust the file with the certificates that the host's must be signed by; null for a
   *     connection without TLS
   * @param types how results are read, which the host does
   */
  public HostConfig(
      String host,
      int port,
      @Nullable String tokenFile,
      @Nullable String trust,
      List<TypeConfig> types) {
    this.host = host;
    this.port = port;
    this.tokenFile = tokenFile;
    this.trust = trust;
    this.types = Collections.unmodifiableList(new ArrayList<>(types));
  }

  /**
   * Parses {@code HOST:PORT}; an IPv6 address is in brackets.
   *
   * @throws IllegalArgumentException when the text is wrong; the message says what to write
   */
  public static HostConfig parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      host = "";
    }
    int port = port(text.substring(colon + 1));
    if (host.isEmpty() || port < 0 || !host.matches("[A-Za-z0-9._:%-]+")) {
      throw new IllegalArgumentException(
          "expected HOST:PORT such as 127.0.0.1:7070 or [::1]:7070, found \"" + text + "\"");
    }
    return new HostConfig(host, port, null, null, Collections.emptyList());
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      return -1;
    }
    int port = Integer.parseInt(text);
    return port > 65_535 ? -1 : port;
  }

  /** Returns the same address with a token, TLS and views. */
  public HostConfig with(
      @Nullable String newTokenFile, @Nullable String newTrust, List<TypeConfig> newTypes) {
    return new HostConfig(host, port, newTokenFile, newTrust, newTypes);
  }

  /** The name or address. */
  public String host() {
    return host;
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** The file with the token; null for none. */
  public @Nullable String tokenFile() {
    return tokenFile;
  }

  /** The file with the trusted certificates; null for a connection without TLS. */
  public @Nullable String trust() {
    return trust;
  }

  /** How results are read. Unmodifiable. */
  public List<TypeConfig> types() {
    return types;
  }

  /** Whether the address is this machine, as far as that can be told without asking a resolver. */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("0:0:0:0:0:0:0:1")
        || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  }

  /** The address, as written in the configuration. */
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** What distinguishes connections: the address, the token and TLS. */
  public String connection() {
    return address() + " " + tokenFile + " " + trust;
  }

  @Override
  public String toString() {
    return address() + (trust == null ? "" : " with TLS");
  }
}
