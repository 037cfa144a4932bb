package io.understudy.tool.classpath;

import io.understudy.value.CountText;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a class path, read from their files and never loaded. Types of the JDK come from
 * the JVM that runs this code. Not thread-safe.
 */
public final class ClassPathFiles implements Closeable {
  private final ApplicationArchives archives = new ApplicationArchives();
  private final List<String> warnings = new ArrayList<>();
  private final ClassFileLocator files;
  private final TypePool pool;
  private @Nullable Set<String> names;

  private @Nullable ClassPathIndex scan;

  /** The direct subclasses by class name. */
  private @Nullable Map<String, List<String>> direct;

  /**
   * Opens all jars of a class path, and the archives in them. Failures become {@link #warnings}.
   */
  public ClassPathFiles(ClassPath path) {
    this(path, null);
  }

  /**
   * Opens the class path of a candidate of its own.
   *
   * @param shared the classes that it takes from the application; null for none
   */
  public ClassPathFiles(ClassPath path, @Nullable SharedClasses shared) {
    for (String missing : path.missing()) {
      warnings.add("class path: " + missing + " does not exist");
    }
    path.entries().forEach(archives::open);
    warnings.addAll(archives.warnings());
    List<ClassFileLocator> locators = new ArrayList<>();
    if (shared != null) {
      locators.add(shared);
    }
    archives.roots().forEach(root -> locators.add(root.locator));
    locators.add(ClassFileLocator.ForClassLoader.ofPlatformLoader());
    files = new ClassFileLocator.Compound(locators);
    // Soft references, so a large class path fits into the heap.
    pool =
        new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple.UsingSoftReference(),
            files,
            TypePool.Default.ReaderMode.FAST);
  }

  /** The problems of the class path itself. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Returns the class with this binary name, or an array or primitive type; null if there is none.
   *
   * @throws UnreadableClassException if the class file is damaged or too new
   */
  @Nullable
  public TypeDescription find(String name) {
    TypePool.Resolution resolution;
    try {
      resolution = pool.describe(name);
      return resolution.isResolved() ? resolution.resolve() : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UnreadableClassException(name, e);
    }
  }

  /** Returns a view of these files by internal names. */
  public io.understudy.agent.classfile.ClassFiles asClassFiles() {
    return internalName -> bytes(internalName.replace('/', '.'));
  }

  /**
   * Returns the class file with this binary name, also one of the JDK; null if there is none or it
   * cannot be read.
   */
  public byte @Nullable [] bytes(String name) {
    try {
      ClassFileLocator.Resolution found = files.locate(name);
      return found.isResolved() ? found.resolve() : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Whether a class is on the class path itself, and not only in the JDK. */
  public boolean isOnPath(String name) {
    return names().contains(name);
  }

  /**
   * Returns the places that have a class file of this name, in the order of the search, without the
   * JDK: {@code app.jar!/BOOT-INF/lib/next.jar}.
   */
  public List<String> places(String name) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < archives.roots().size(); i++) {
      try {
        if (archives.roots().get(i).locator.locate(name).isResolved()) {
          places.add(archives.names().get(i));
        }
      } catch (IOException unreadable) {
        // It is reported when the class is read.
      }
    }
    return places;
  }

  /** Returns the jars and directories that are searched, in order. */
  public List<String> places() {
    return archives.names();
  }

  /** The names of all classes on the class path, without those of the JDK. */
  public Set<String> names() {
    Set<String> found = names;
    if (found == null) {
      found = new TreeSet<>();
      for (ClassPathRoot root : archives.roots()) {
        try {
          root.addNames(found);
        } catch (IOException | RuntimeException e) {
          warnings.add("class path: a directory cannot be listed: " + e.getMessage());
        }
      }
      names = found;
    }
    return found;
  }

  /**
   * Describes which classes are in several places, one line for each two places. The JVM takes each
   * class from the first.
   */
  public List<String> duplicates() {
    Map<String, Integer> firstPlaces = new HashMap<>();
    Map<String, List<String>> shared = new LinkedHashMap<>();
    for (int i = 0; i < archives.roots().size(); i++) {
      Set<String> found = new TreeSet<>();
      try {
        archives.roots().get(i).addNames(found);
      } catch (IOException | RuntimeException unreadable) {
        continue; // names() warns of it.
      }
      for (String name : found) {
        Integer first = firstPlaces.putIfAbsent(name, i);
        if (first != null) {
          shared
              .computeIfAbsent(
                  archives.names().get(first) + " and " + archives.names().get(i),
                  pair -> new ArrayList<>())
              .add(name);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    shared.forEach(
        (pair, classes) ->
            lines.add(
                "class path: "
                    + CountText.of(classes.size(), "class is", "classes are")
                    + " in both "
                    + pair
                    + ", such as "
                    + classes.get(0)
                    + "; the JVM takes the first of each, for the legacy code too"));
    return lines;
  }

  /** The index of all class files, built at the first call. */
  public ClassPathIndex scan() {
    ClassPathIndex found = scan;
    if (found == null) {
      found = new ClassPathIndex(this);
      scan = found;
    }
    return found;
  }

  /** Returns the names of the direct and indirect subclasses of a class, without the JDK's. */
  public Set<String> subclasses(String name) {
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
        for (String above : Supertypes.direct(type, unknown -> {})) {
          into.computeIfAbsent(above, n -> new ArrayList<>()).add(name);
        }
      }
    } catch (UnreadableClassException someOther) {
      // It is reported if a call point names the class.
    }
  }

  @Override
  public void close() throws IOException {
    archives.close();
  }
}
