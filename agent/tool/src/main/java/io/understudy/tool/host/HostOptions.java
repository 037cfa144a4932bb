package io.understudy.tool.host;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How a host process is started. Immutable. */
public final class HostOptions {
  final InetSocketAddress address;
  final @Nullable String token;
  final @Nullable SSLContext tls;
  final int concurrent;
  final int calls;

  /**
   * Creates options.
   *
   * @param address where to listen; port 0 for any free one
   * @param token what agents must know; null if they need not
   * @param tls encrypts connections; null for none
   * @param concurrent the most candidates that run at a time
   * @param calls the most calls that may be open on one connection
   * @throws IllegalArgumentException when others than this machine could connect without a token
   *     and TLS
   */
  public HostOptions(
      InetSocketAddress address,
      @Nullable String token,
      @Nullable SSLContext tls,
      int concurrent,
      int calls) {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("the address " + address.getHostString() + " is unknown");
    }
    if (!address.getAddress().isLoopbackAddress() && (token == null || tls == null)) {
      throw new IllegalArgumentException(
          "other machines can reach "
              + address.getAddress().getHostAddress()
              + ": give --token-file and --tls-key-store, or listen on 127.0.0.1");
    }
    this.address = address;
    this.token = token;
    this.tls = tls;
    this.concurrent = concurrent;
    this.calls = calls;
  }

  /** Where to listen. */
  public InetSocketAddress address() {
    return address;
  }
}
