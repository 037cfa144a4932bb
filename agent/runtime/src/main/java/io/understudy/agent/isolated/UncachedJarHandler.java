package io.understudy.agent.isolated;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * Opens the jar of a {@code jar:} URL for each connection. The JDK would keep it open in a cache of
 * the whole JVM, so that it could not be replaced. Stateless.
 */
final class UncachedJarHandler extends URLStreamHandler {
  private static final UncachedJarHandler INSTANCE = new UncachedJarHandler();

  private UncachedJarHandler() {}

  /** Returns the URL of an entry. */
  static URL url(URL jar, String entry) throws IOException {
    String path = jar + "!/" + encoded(entry);
    return new URL("jar", "", -1, path, INSTANCE);
  }

  /** Escapes what a URL does not allow in a path. */
  private static String encoded(String entry) throws IOException {
    try {
      return new java.net.URI(null, null, "/" + entry, null).toASCIIString().substring(1);
    } catch (java.net.URISyntaxException e) {
      throw new IOException(entry + " has no URL", e);
    }
  }

  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    // The same text with the handler of the JDK.
    URLConnection connection = new URL(url.toExternalForm()).openConnection();
    connection.setUseCaches(false);
    return connection;
  }

  @Override
  protected void parseURL(URL url, String spec, int start, int limit) {
    // A URL relative to this one, as in new URL(resource, "other.xml").
    String path = url.getPath();
    String given = spec.substring(start, limit);
    String parsed =
        given.startsWith("/")
            ? path.substring(0, path.indexOf("!/") + 1) + given
            : given.contains("!/") ? given : path.substring(0, path.lastIndexOf('/') + 1) + given;
    setURL(url, "jar", "", -1, null, null, parsed, null, null);
  }
}
