package io.understudy.agent.metrics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP request: what the endpoint needs of it. Everything unusual is refused.
 * Immutable.
 */
final class RequestHead {
  /** The status with which the request is answered: 200, or why it is refused. */
  final int status;

  /** Whether the answer has a body. */
  final boolean isBodyWanted;

  private RequestHead(int status, boolean isBodyWanted) {
    this.status = status;
    this.isBodyWanted = isBodyWanted;
  }

  /**
   * Parses a head.
   *
   * @param head the lines up to the empty line, one character for each byte
   * @param hosts decides about the {@code Host} header, so that a web page cannot read the metrics
   *     by a name of its own that leads to this address (DNS rebinding)
   */
  static RequestHead parse(String head, HostCheck hosts) {
    String[] lines = head.split("\r?\n", -1);
    String[] words = lines[0].split(" ", -1);
    if (words.length != 3
        || !words[0].matches("[A-Z]{1,20}")
        || !words[1].startsWith("/")
        || !words[2].matches("HTTP/1\\.[0-9]")) {
      return new RequestHead(400, true);
    }
    boolean isHead = words[0].equals("HEAD");
    String host = host(lines);
    if (host == null || (host.isEmpty() && !words[2].equals("HTTP/1.0"))) {
      return new RequestHead(400, !isHead);
    }
    if (!host.isEmpty() && !hosts.allows(host)) {
      return new RequestHead(421, !isHead);
    }
    int query = words[1].indexOf('?');
    String path = query < 0 ? words[1] : words[1].substring(0, query);
    if (!path.equals("/metrics")) {
      return new RequestHead(404, !isHead);
    }
    return new RequestHead(isHead || words[0].equals("GET") ? 200 : 405, !isHead);
  }

  /** Returns the {@code Host} header; empty if it is absent, null if the headers are wrong. */
  private static @Nullable String host(String[] lines) {
    String host = "";
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      // A line that begins with a space would continue the line before it.
      if (colon <= 0 || lines[i].charAt(0) == ' ' || lines[i].charAt(0) == '\t') {
        return null;
      }
      if (lines[i].substring(0, colon).toLowerCase(Locale.ROOT).equals("host")) {
        String value = lines[i].substring(colon + 1).trim();
        if (!host.isEmpty() || value.isEmpty()) {
          return null;
        }
        host = value;
      }
    }
    return host;
  }
}
