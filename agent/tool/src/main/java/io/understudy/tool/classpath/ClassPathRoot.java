package io.understudy.tool.classpath;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.utility.StreamDrainer;

/** A place that holds class files: a directory, a jar, or a directory in a jar. */
abstract class ClassPathRoot {
  private static final int MAX_NAMES = 500_000;

  /** Entries that are not classes of the place itself. */
  private static final Pattern NOT_OWN_CLASS =
      Pattern.compile("(META|BOOT|WEB|APP)-INF/.*|(.*/)?[^/]*-info\\.class");

  /** Locates the class files of this place. */
  final ClassFileLocator locator;

  private ClassPathRoot(ClassFileLocator locator) {
    this.locator = locator;
  }

  static ClassPathRoot ofDirectory(File directory) throws IOException {
    Path root = directory.toPath();
    return new ClassPathRoot(ClassFileLocator.ForFolder.of(directory, version())) {
      @Override
      void addNames(Set<String> found) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
          all.limit(MAX_NAMES)
              .forEach(file -> addName(root.relativize(file).toString().replace('\\', '/'), found));
        }
      }
    };
  }

  /** Opens a whole jar, which is closed with the locator. */
  static ClassPathRoot ofJar(JarFile jar) throws IOException {
    return new ClassPathRoot(ClassFileLocator.ForJarFile.of(jar, version())) {
      @Override
      void addNames(Set<String> found) {
        jar.stream().limit(MAX_NAMES).forEach(file -> addName(file.getName(), found));
      }
    };
  }

  /**
   * Opens a directory in a jar, which the caller closes.
   *
   * @param prefix the directory's name, with a slash at its end
   */
  static ClassPathRoot ofJar(JarFile jar, String prefix) {
    return new ClassPathRoot(new InJar(jar, prefix)) {
      @Override
      void addNames(Set<String> found) {
        jar.stream()
            .limit(MAX_NAMES)
            .filter(file -> file.getName().startsWith(prefix))
            .forEach(file -> addName(file.getName().substring(prefix.length()), found));
      }
    };
  }

  private static ClassFileVersion version() {
    return ClassFileVersion.ofThisVm(ClassFileVersion.JAVA_V8);
  }

  /** Adds the binary names of the classes in this place. */
  abstract void addNames(Set<String> found) throws IOException;

  private static void addName(String file, Set<String> found) {
    if (file.endsWith(".class") && !NOT_OWN_CLASS.matcher(file).matches()) {
      found.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
    }
  }

  private static final class InJar implements ClassFileLocator {
    private final JarFile jar;
    private final String prefix;

    InJar(JarFile jar, String prefix) {
      this.jar = jar;
      this.prefix = prefix;
    }

    @Override
    public Resolution locate(String name) throws IOException {
      JarEntry entry = jar.getJarEntry(prefix + name.replace('.', '/') + ".class");
      if (entry == null) {
        return new Resolution.Illegal(name);
      }
      try (InputStream in = jar.getInputStream(entry)) {
        return new Resolution.Explicit(StreamDrainer.DEFAULT.drain(in));
      }
    }

    @Override
    public void close() {
      // The jar is closed with its own root.
    }
  }
}
