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
 * Opens URLs of the agent's resources on the jar that is open already. URLs of the JDK's own {@code
 * jar:} kind would share the application's cache of open jars, which some servers clear or close.
 */
final class JarEntryHandler extends URLStreamHandler {
  private final JarFile jar;
  private final JarEntry entry;

  private JarEntryHandler(JarFile jar, JarEntry entry) {
    this.jar = jar;
    this.entry = entry;
  }

  /** The URL of one entry; null where the security policy forbids making it. */
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
