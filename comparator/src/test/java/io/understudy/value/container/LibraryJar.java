package io.understudy.value.container;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The public classes of a library that can be created without arguments. */
final class LibraryJar {
  private final String name;
  private final File file;
  private final ClassLoader loader;

  private LibraryJar(String name, File file, ClassLoader loader) {
    this.name = name;
    this.file = file;
    this.loader = loader;
  }

  /** The library that contains a class of the class path. */
  static LibraryJar of(String name, Class<?> member) throws URISyntaxException {
    File file = new File(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new LibraryJar(name, file, member.getClassLoader());
  }

  static LibraryJar of(String name, File file, ClassLoader loader) {
    return new LibraryJar(name, file, loader);
  }

  String name() {
    return name;
  }

  /** The classes whose names begin with {@code prefix}. */
  List<Class<?>> creatable(String prefix) throws IOException {
    List<Class<?>> found = new ArrayList<>();
    try (JarFile jar = new JarFile(file)) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        String path = entry.getName();
        String className = path.replace('/', '.').replaceAll("\\.class$", "");
        if (path.endsWith(".class") && className.startsWith(prefix)) {
          Class<?> type = load(className);
          if (type != null && constructor(type) != null) {
            found.add(type);
          }
        }
      }
    }
    return found;
  }

  private @Nullable Class<?> load(String className) {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError missing) {
      return null; // It needs another library.
    }
  }

  static @Nullable Constructor<?> constructor(Class<?> type) {
    try {
      boolean usable =
          Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers());
      if (!usable) {
        return null;
      }
      Object unused = type.getMethods(); // Fails where it needs another library.
      return type.getConstructor();
    } catch (NoSuchMethodException | LinkageError none) {
      return null;
    }
  }
}
