package io.understudy.tool.classpath;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a class path, read from their files and never loaded; types of the JDK come from
 * the JVM that runs this. Not thread-safe.
 */
public final class ClassPathFiles implements Closeable {
  private final ApplicationArchives archives = new ApplicationArchives();
  private final List<String> warnings = new ArrayList<>();
  private final ClassFileLocator files;
  private final TypePool pool;
  private @Nullable Set<String> names;

  private @Nullable ClassPathIndex scan;

  /** The direct subclasses of each class that has some. */
  private @Nullable Map<String, List<String>> direct;

  /** Opens all jars of a class path, and what is packed into them. */
  public ClassPathFiles(ClassPath path) {
    for (String missing : path.missing()) {
      warnings.add("class path: " + missing + " does not exist");
    }
    path.entries().forEach(archives::open);
    warnings.addAll(archives.warnings());
    List<ClassFileLocator> locators = new ArrayList<>();
    archives.roots().forEach(root -> locators.add(root.locator));
    locators.add(ClassFileLocator.ForClassLoader.ofPlatformLoader());
    files = new ClassFileLocator.Compound(locators);
    // Softly, so that the largest class path is checked in the memory that there is.
    pool =
        new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple.UsingSoftReference(),
            files,
            TypePool.Default.ReaderMode.FAST);
  }

  /** What is wrong with the class path itself. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The class with this binary name, or an array or primitive type; null where there is none.
   *
   * @throws UnreadableClassException when there is a file that holds no class
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

  /** The same files for those who want their bytes. */
  public io.understudy.agent.classfile.ClassFiles asClassFiles() {
    return internalName -> bytes(internalName.replace('/', '.'));
  }

  /**
   * The class file of the class with this binary name, also one of the JDK's; null where there is
   * none that can be read.
   */
  public byte @Nullable [] bytes(String name) {
    try {
      ClassFileLocator.Resolution found = files.locate(name);
      return found.isResolved() ? found.resolve() : null;
    } catch (IOException e) {
      return null;
    }
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

  /** What every class file says of itself, read when it is first asked for. */
  public ClassPathIndex scan() {
    ClassPathIndex found = scan;
    if (found == null) {
      found = new ClassPathIndex(this);
      scan = found;
    }
    return found;
  }

  /** The names of the classes that extend or implement one, themselves or through others. */
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
      // It matters when a call point names the class.
    }
  }

  @Override
  public void close() throws IOException {
    archives.close();
  }
}
