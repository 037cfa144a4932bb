package io.understudy.agent.metrics;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The values of the {@code Host} header that name one connection's address. Immutable. */
final class HostCheck {
  private final Set<String> hosts;
  private final String port;

  /**
   * Creates a check.
   *
   * @param configured the configured host
   * @param local the address that the client has connected to
   * @param port the port that the client has connected to
   */
  HostCheck(String configured, InetAddress local, int port) {
    this.port = String.valueOf(port);
    hosts = new HashSet<>(Arrays.asList("localhost", "127.0.0.1", "[::1]"));
    add(configured);
    // An address cannot lead elsewhere, as a name can.
    add(local.getHostAddress());
  }

  private void add(String host) {
    int zone = host.indexOf('%');
    String plain = (zone < 0 ? host : host.substring(0, zone)).toLowerCase(Locale.ROOT);
    hosts.add(plain);
    if (plain.indexOf(':') >= 0) {
      hosts.add("[" + plain + "]");
    }
  }

  /** Whether a header has one of the hosts, and this port or none. */
  boolean allows(String header) {
    String host = header.toLowerCase(Locale.ROOT);
    int bracket = host.lastIndexOf(']');
    int colon = host.indexOf(':', bracket + 1);
    if (bracket < 0 && colon >= 0 && host.indexOf(':', colon + 1) >= 0) {
      return false;
    }
    String name = colon < 0 ? host : host.substring(0, colon);
    return hosts.contains(name) && (colon < 0 || host.substring(colon + 1).equals(port));
  }
}
