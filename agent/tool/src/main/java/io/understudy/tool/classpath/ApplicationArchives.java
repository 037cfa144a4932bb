package io.understudy.tool.classpath;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens the entries of a class path, and the contents of packed applications, as files or
 * extracted: Spring Boot's jars, web archives, and enterprise archives with their modules. A nested
 * jar is copied to a temporary file, because only a file gives access to single classes; {@link
 * #close} deletes it. Not thread-safe.
 */
final class ApplicationArchives implements Closeable {
  /** The directory of an application's own classes. */
  private static final Pattern CLASSES = Pattern.compile("((?:BOOT|WEB|APP)-INF/classes/).*");

  /** Jars that are always part of the application. */
  private static final Pattern LIBRARY =
      Pattern.compile("(BOOT|WEB|APP)-INF/lib(-provided)?/[^/]+\\.jar");

  /** The modules of an enterprise archive. */
  private static final Pattern MODULE = Pattern.compile("(?i).+\\.(jar|war|rar)");

  private final List<ClassPathRoot> roots = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<Path> temporary = new ArrayList<>();

  /** Opens a directory or an archive, and the archives in it. A failure becomes a warning. */
  void open(File entry) {
    open(entry, entry.toString());
  }

  /** The places that hold classes, in search order. */
  List<ClassPathRoot> roots() {
    return Collections.unmodifiableList(roots);
  }

  /** The names of the places of {@link #roots}, in the same order: {@code app.jar!/lib/a.jar}. */
  List<String> names() {
    return Collections.unmodifiableList(names);
  }

  /** The entries that could not be read, with the reason. */
  List<String> warnings() {
    return warnings;
  }

  private void open(File entry, String name) {
    try {
      if (entry.isDirectory()) {
        openDirectory(entry, name);
      } else {
        openJar(new JarFile(entry), name);
      }
    } catch (IOException e) {
      warnings.add("class path: " + name + " is not a readable jar: " + e.getMessage());
    }
  }

  private void add(ClassPathRoot root, String name) {
    roots.add(root);
    names.add(name);
  }

  private void openDirectory(File directory, String name) throws IOException {
    add(ClassPathRoot.ofDirectory(directory), name);
    List<String> paths = new ArrayList<>();
    for (String contents : new String[] {"", "lib/", "BOOT-INF/", "WEB-INF/", "APP-INF/"}) {
      list(directory, contents, paths);
      if (contents.endsWith("-INF/")) {
        list(directory, contents + "lib/", paths);
        list(directory, contents + "lib-provided/", paths);
      }
    }
    ArchiveContents contents =
        new ArchiveContents(paths, new File(directory, "META-INF/application.xml").exists());
    for (String classes : contents.classes) {
      add(ClassPathRoot.ofDirectory(new File(directory, classes)), name + "!/" + classes);
    }
    for (String path : contents.archives) {
      open(new File(directory, path), name + "!/" + path);
    }
  }

  private static void list(File directory, String path, List<String> into) {
    File[] files = new File(directory, path).listFiles();
    if (files != null) {
      Arrays.sort(files);
      for (File file : files) {
        into.add(path + file.getName() + (file.getName().equals("classes") ? "/" : ""));
      }
    }
  }

  private void openJar(JarFile jar, String name) throws IOException {
    add(ClassPathRoot.ofJar(jar), name);
    List<String> paths = new ArrayList<>();
    jar.stream().limit(500_000).forEach(entry -> paths.add(entry.getName()));
    boolean enterprise =
        name.toLowerCase(Locale.ROOT).endsWith(".ear")
            || jar.getEntry("META-INF/application.xml") != null;
    ArchiveContents contents = new ArchiveContents(paths, enterprise);
    for (String classes : contents.classes) {
      add(ClassPathRoot.ofJar(jar, classes), name + "!/" + classes);
    }
    for (String path : contents.archives) {
      unpack(jar, path, name + "!/" + path);
    }
  }

  private void unpack(JarFile jar, String path, String name) {
    JarEntry entry = jar.getJarEntry(path);
    try (InputStream in = jar.getInputStream(entry)) {
      Path file = Files.createTempFile("understudy-", path.substring(path.lastIndexOf('.')));
      temporary.add(file);
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      open(file.toFile(), name);
    } catch (IOException e) {
      warnings.add("class path: " + name + " cannot be unpacked: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    for (ClassPathRoot root : roots) {
      root.locator.close();
    }
    for (Path file : temporary) {
      Files.deleteIfExists(file);
    }
  }

  /** The classes and archives inside an archive or a directory, by the names of its entries. */
  private static final class ArchiveContents {
    final Set<String> classes = new LinkedHashSet<>();
    final List<String> archives = new ArrayList<>();

    ArchiveContents(List<String> paths, boolean enterprise) {
      for (String path : paths) {
        Matcher own = CLASSES.matcher(path);
        if (own.matches()) {
          classes.add(own.group(1));
        } else if (LIBRARY.matcher(path).matches()
            || (enterprise && MODULE.matcher(path).matches())) {
          archives.add(path);
        }
      }
    }
  }
}
