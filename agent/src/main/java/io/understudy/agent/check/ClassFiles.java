package io.understudy.agent.check;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a class path, read from their files and never loaded; types of the JDK come from
 * the JVM that runs this. Not thread-safe.
 */
final class ClassFiles implements Closeable {
  private static final int MOST_NAMES = 500_000;

  private final List<File> entries;
  private final List<String> warnings = new ArrayList<>();
  private final ClassFileLocator files;
  private final TypePool pool;
  private @Nullable Set<String> names;

  /** The direct subclasses of each class that has some. */
  private @Nullable Map<String, List<String>> direct;

  ClassFiles(ClassPath path) {
    this.entries = path.entries();
    for (String missing : path.missing()) {
      warnings.add("class path: " + missing + " does not exist");
    }
    List<ClassFileLocator> locators = new ArrayList<>();
    for (File entry : entries) {
      open(entry, locators);
    }
    locators.add(ClassFileLocator.ForClassLoader.ofPlatformLoader());
    files = new ClassFileLocator.Compound(locators);
    pool =
        new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple(), files, TypePool.Default.ReaderMode.FAST);
  }

  private void open(File entry, List<ClassFileLocator> locators) {
    ClassFileVersion version = ClassFileVersion.ofThisVm(ClassFileVersion.JAVA_V8);
    try {
      locators.add(
          entry.isDirectory()
              ? ClassFileLocator.ForFolder.of(entry, version)
              : ClassFileLocator.ForJarFile.of(new JarFile(entry), version));
    } catch (IOException e) {
      warnings.add("class path: " + entry + " is no jar that can be read: " + e.getMessage());
    }
  }

  /** What is wrong with the class path itself. */
  List<String> warnings() {
    return warnings;
  }

  /**
   * The class with this binary name, or an array or primitive type; null where there is none.
   *
   * @throws Unreadable when there is a file that holds no class
   */
  @Nullable TypeDescription find(String name) {
    TypePool.Resolution resolution;
    try {
      resolution = pool.describe(name);
      return resolution.isResolved() ? resolution.resolve() : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Unreadable(name, e);
    }
  }

  /** The same files for those who want their bytes. */
  io.understudy.agent.classfile.ClassFiles bytes() {
    return name -> {
      try {
        ClassFileLocator.Resolution found = files.locate(name.replace('/', '.'));
        return found.isResolved() ? found.resolve() : null;
      } catch (IOException unreadable) {
        return null;
      }
    };
  }

  /** The names of all classes on the class path, without those of the JDK. */
  Set<String> names() {
    Set<String> found = names;
    if (found == null) {
      found = new TreeSet<>();
      for (File entry : entries) {
        list(entry, found);
      }
      names = found;
    }
    return found;
  }

  /** The names of the classes that extend or implement one, themselves or through others. */
  Set<String> subclasses(String name) {
    Map<String, List<String>> known = direct;
    if (known == null) {
      known = new HashMap<>();
      for (String each : names()) {
        addSupertypes(each, known);
      }
      direct = known;
    }
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(known.getOrDefault(name, Collections.emptyList()));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (found.add(next)) {
        open.addAll(known.getOrDefault(next, Collections.emptyList()));
      }
    }
    return found;
  }

  private void addSupertypes(String name, Map<String, List<String>> into) {
    try {
      TypeDescription type = find(name);
      if (type != null) {
        for (String above : new Types(this).above(type)) {
          into.computeIfAbsent(above, n -> new ArrayList<>()).add(name);
        }
      }
    } catch (Unreadable someOther) {
      // It matters when a call point names the class.
    }
  }

  private static void list(File entry, Set<String> found) {
    try {
      if (entry.isDirectory()) {
        Path root = entry.toPath();
        try (Stream<Path> all = Files.walk(root)) {
          all.limit(MOST_NAMES)
              .forEach(file -> name(root.relativize(file).toString().replace('\\', '/'), found));
        }
      } else {
        try (JarFile jar = new JarFile(entry)) {
          jar.stream().limit(MOST_NAMES).forEach(file -> name(file.getName(), found));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Noted as a warning when it was opened; there is nothing to suggest from it.
    }
  }

  private static void name(String file, Set<String> found) {
    if (file.endsWith(".class") && !file.endsWith("-info.class") && !file.startsWith("META-INF/")) {
      found.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
    }
  }

  /** The jar or directory in which classes of this kind are packed another level down, if any. */
  @Nullable String packed() {
    for (String prefix : new String[] {"BOOT-INF.classes.", "WEB-INF.classes."}) {
      for (String name : names()) {
        if (name.startsWith(prefix)) {
          return prefix.replace('.', '/').substring(0, prefix.length() - 1);
        }
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
