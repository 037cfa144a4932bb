package io.understudy.agent.isolated;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** A jar or a directory of a class path, as it was when it was opened. Thread-safe. */
abstract class ClassPathEntry implements Closeable {
  private final Path path;

  ClassPathEntry(Path path) {
    this.path = path;
  }

  /**
   * Opens a jar or a directory, and reads all of it once for its hash.
   *
   * @throws IOException if there is none, or it cannot be read; the message names it
   */
  static ClassPathEntry open(Path path) throws IOException {
    File file = path.toFile();
    if (!file.exists()) {
      throw new IOException(path + " does not exist any more");
    }
    return file.isDirectory() ? DirectoryEntry.open(path) : JarEntries.open(path);
  }

  /** The file or directory. */
  final Path path() {
    return path;
  }

  /** Its name, without its path. */
  final String name() {
    return String.valueOf(path.getFileName());
  }

  /** Returns the SHA-256 of its contents as hexadecimal digits. */
  abstract String sha256();

  /**
   * Returns where a resource is in this entry, which may be a version for this Java; null if there
   * is none.
   *
   * @param name a resource name such as {@code com/acme/Cart.class}
   */
  abstract @Nullable String locate(String name);

  /**
   * Reads a resource.
   *
   * @param located a result of {@link #locate}
   * @throws IOException if it has changed since this entry was opened, or cannot be read
   */
  abstract byte[] read(String located) throws IOException;

  /** Returns the URL of a resource that {@link #locate} has found. */
  abstract URL url(String located) throws IOException;

  /** Returns the location and the signers of a class that {@link #locate} has found. */
  abstract CodeSource codeSource(String located);

  /** The manifest; null if there is none. */
  abstract @Nullable Manifest manifest();

  /** Returns the files that the manifest adds to the class path; they may be missing. */
  final List<Path> added() {
    List<Path> added = new ArrayList<>();
    Manifest manifest = manifest();
    String listed =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (listed != null) {
      URI base = path.toUri();
      for (String each : listed.trim().split("\\s+")) {
        try {
          URI uri = base.resolve(each);
          if ("file".equals(uri.getScheme())) {
            added.add(Paths.get(uri));
          }
        } catch (IllegalArgumentException notAFile) {
          // As the JVM does: what is no usable file is left out.
          continue;
        }
      }
    }
    return added;
  }

  static String fileUrl(Path path) throws IOException {
    try {
      return path.toUri().toURL().toString();
    } catch (IllegalArgumentException e) {
      throw new IOException(path + " has no URL", e);
    }
  }
}
