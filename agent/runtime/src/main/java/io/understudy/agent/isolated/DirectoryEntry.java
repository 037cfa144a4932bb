package io.understudy.agent.isolated;

import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory of classes and resources, with the files that it had when it was opened. */
final class DirectoryEntry extends ClassPathEntry {
  private static final int MOST_FILES = 500_000;

  private final URL location;

  /** The files, by their resource names: size and time of the last change. */
  private final NavigableMap<String, Long> files;

  private final String sha256;
  private final @Nullable Manifest manifest;

  private DirectoryEntry(
      Path path, NavigableMap<String, Long> files, String sha256, @Nullable Manifest manifest)
      throws IOException {
    super(path);
    this.location = new URL(fileUrl(path));
    this.files = files;
    this.sha256 = sha256;
    this.manifest = manifest;
  }

  static DirectoryEntry open(Path root) throws IOException {
    NavigableMap<String, Long> files = new TreeMap<>();
    StringBuilder contents = new StringBuilder();
    for (Path each : list(root)) {
      String name = root.relativize(each).toString().replace(File.separatorChar, '/');
      files.put(name, state(each.toFile()));
      try (RandomAccessFile file = new RandomAccessFile(each.toFile(), "r")) {
        contents.append(ContentHash.of(file)).append("  ").append(name).append('\n');
      }
    }
    File manifest = root.resolve(JarFile.MANIFEST_NAME).toFile();
    return new DirectoryEntry(
        root,
        files,
        ContentHash.of(contents.toString()),
        manifest.isFile() ? readManifest(manifest) : null);
  }

  private static List<Path> list(Path root) throws IOException {
    // The directory itself is often a link to the current version.
    try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found =
          all.filter(Files::isRegularFile)
              .limit(MOST_FILES + 1L)
              .sorted()
              .collect(Collectors.toList());
      if (found.size() > MOST_FILES) {
        throw new IOException(root + " has more than " + MOST_FILES + " files");
      }
      return found;
    } catch (UncheckedIOException unreadable) {
      throw new IOException(root + " cannot be read: " + unreadable.getCause(), unreadable);
    }
  }

  private static Manifest readManifest(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return new Manifest(in);
    }
  }

  private static long state(File file) {
    return 31 * file.lastModified() + file.length();
  }

  @Override
  String sha256() {
    return sha256;
  }

  @Override
  @Nullable String locate(String name) {
    if (files.containsKey(name)) {
      return name;
    }
    // Frameworks search for classes from a directory on, with or without a slash at its end.
    String inside = name.isEmpty() || name.endsWith("/") ? name : name + "/";
    String next = files.ceilingKey(inside);
    return next != null && next.startsWith(inside) ? inside : null;
  }

  @Override
  byte[] read(String located) throws IOException {
    File file = path().resolve(located).toFile();
    Long known = files.get(located);
    if (known == null || known != state(file)) {
      throw new IOException(file + " has changed since it was opened; reload the configuration");
    }
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      byte[] content = new byte[(int) in.length()];
      in.readFully(content);
      return content;
    } catch (EOFException cut) {
      throw new IOException(
          file + " has changed since it was opened; reload the configuration", cut);
    }
  }

  @Override
  URL url(String located) throws IOException {
    return path().resolve(located).toUri().toURL();
  }

  @Override
  CodeSource codeSource(String located) {
    return new CodeSource(location, (CodeSigner[]) null);
  }

  @Override
  @Nullable Manifest manifest() {
    return manifest;
  }

  @Override
  public void close() {}
}
