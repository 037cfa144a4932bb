package io.understudy.agent.isolated;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A jar: its entries for this version of Java (JEP 238), its manifest, and who has signed it. A
 * signed jar is verified when it is opened. Thread-safe.
 */
final class JarEntries extends ClassPathEntry {
  private static final String VERSIONS = "META-INF/versions/";
  private static final CodeSigner[] NONE = {};

  private final RandomAccessFile file;
  private final ZipDirectory zip;
  private final URL location;
  private final String sha256;
  private final @Nullable Manifest manifest;

  /** The entries with a version for this Java, by their names. */
  private final Map<String, String> versions = new HashMap<>();

  private Map<String, CodeSigner[]> signers = Collections.emptyMap();

  private JarEntries(
      Path path,
      RandomAccessFile file,
      ZipDirectory zip,
      String sha256,
      @Nullable Manifest manifest)
      throws IOException {
    super(path);
    this.file = file;
    this.zip = zip;
    this.location = new URL(fileUrl(path));
    this.sha256 = sha256;
    this.manifest = manifest;
  }

  /**
   * Looks at the directory of a jar.
   *
   * @throws IOException if the jar cannot be used; the message names it
   */
  static void look(Path path) throws IOException {
    open(path, false).close();
  }

  /**
   * Opens a jar, and reads all of it.
   *
   * @throws IOException if the jar cannot be used; the message names it
   */
  static JarEntries open(Path path) throws IOException {
    return open(path, true);
  }

  private static JarEntries open(Path path, boolean readsAll) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      ZipDirectory zip = ZipDirectory.read(file);
      String sha256 = readsAll ? ContentHash.of(file) : "";
      JarEntries jar = new JarEntries(path, file, zip, sha256, readManifest(zip));
      jar.requirePlain();
      jar.findVersions(JavaVersion.feature());
      if (readsAll) {
        jar.verify();
      }
      return jar;
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw new IOException(path + " cannot be used: " + failure.getMessage(), failure);
    }
  }

  private static @Nullable Manifest readManifest(ZipDirectory zip) throws IOException {
    return zip.contains(JarFile.MANIFEST_NAME)
        ? new Manifest(new ByteArrayInputStream(zip.read(JarFile.MANIFEST_NAME)))
        : null;
  }

  /** Refuses archives whose classes are not at their root. */
  private void requirePlain() throws IOException {
    for (String name : zip.names()) {
      if (name.startsWith("BOOT-INF/") || name.startsWith("WEB-INF/classes/")) {
        String root = name.substring(0, name.indexOf('/'));
        throw new IOException(
            "its classes are in "
                + root
                + "; unpack it, and write classpath: [\"DIRECTORY/"
                + root
                + "/classes\", \"DIRECTORY/"
                + root
                + "/lib/*.jar\"]");
      }
    }
  }

  private void findVersions(int java) {
    Manifest own = manifest;
    boolean hasVersions =
        own != null
            && "true"
                .equalsIgnoreCase(
                    own.getMainAttributes().getValue(new Attributes.Name("Multi-Release")));
    if (!hasVersions || java < 9) {
      return;
    }
    Map<String, Integer> best = new HashMap<>();
    for (String name : zip.names()) {
      int slash = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) : -1;
      String number = slash < 0 ? "" : name.substring(VERSIONS.length(), slash);
      if (number.matches("[1-9][0-9]{0,2}")) {
        int version = Integer.parseInt(number);
        String base = name.substring(slash + 1);
        if (version >= 9
            && version <= java
            && !base.isEmpty()
            && !base.startsWith("META-INF/")
            && version > best.getOrDefault(base, 0)) {
          best.put(base, version);
          versions.put(base, name);
        }
      }
    }
  }

  /** Reads a signed jar as the JDK does, which checks each entry. */
  private void verify() throws IOException {
    boolean isSigned = false;
    for (String name : zip.names()) {
      isSigned |= name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.SF");
    }
    if (!isSigned) {
      return;
    }
    Map<String, CodeSigner[]> found = new HashMap<>();
    byte[] buffer = new byte[1 << 14];
    try (JarInputStream in = new JarInputStream(new FileInputStream(path().toFile()), true)) {
      if (in.getManifest() == null) {
        throw new IOException("it is signed, and its manifest is not its first entry");
      }
      for (JarEntry each = in.getNextJarEntry(); each != null; each = in.getNextJarEntry()) {
        while (in.read(buffer) >= 0) {
          continue;
        }
        CodeSigner[] by = each.getCodeSigners();
        if (by != null) {
          found.put(each.getName(), by);
        }
      }
    } catch (SecurityException wrong) {
      throw new IOException("its signature is wrong: " + wrong.getMessage(), wrong);
    }
    signers = found;
  }

  @Override
  String sha256() {
    return sha256;
  }

  @Override
  @Nullable String locate(String name) {
    String version = versions.get(name);
    if (version != null || zip.contains(name)) {
      return version != null ? version : name;
    }
    // A directory may be asked for without the slash at its end, as JarFile allows.
    return zip.contains(name + "/") ? name + "/" : null;
  }

  @Override
  byte[] read(String located) throws IOException {
    try {
      return zip.read(located);
    } catch (IOException failure) {
      throw new IOException(path() + ": " + failure.getMessage(), failure);
    }
  }

  @Override
  URL url(String located) throws IOException {
    return UncachedJarHandler.url(location, located);
  }

  @Override
  CodeSource codeSource(String located) {
    return new CodeSource(location, signers.getOrDefault(located, NONE));
  }

  @Override
  @Nullable Manifest manifest() {
    return manifest;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
