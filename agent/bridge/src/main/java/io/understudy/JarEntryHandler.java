package io.understudy;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Opens URLs of the agent's resources in the jar that is already open. The JDK's {@code jar:} URLs
 * would use the application's cache of open jars, which some servers clear or close.
 */
final class JarEntryHandler extends URLStreamHandler {
  private final JarFile jar;
  private final JarEntry entry;

  private JarEntryHandler(JarFile jar, JarEntry entry) {
    this.jar = jar;
    this.entry = entry;
  }

  /** Returns the URL of one entry; null if the security policy forbids it. */
  static @Nullable URL url(JarFile jar, JarEntry entry) {
    try {
      return new URL("understudy", "", -1, "/" + entry.getName(), new JarEntryHandler(jar, entry));
    } catch (MalformedURLException | SecurityException refused) {
      return null;
    }
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() throws IOException {
        return jar.getInputStream(entry);
      }

      @Override
      public long getContentLengthLong() {
        return entry.getSize();
      }
    };
  }
}
