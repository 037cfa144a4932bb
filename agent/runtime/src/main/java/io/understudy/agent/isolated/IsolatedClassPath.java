package io.understudy.agent.isolated;

import io.understudy.journal.CodeIdentity;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open class path: its jars and directories in order, each followed by those that its manifest
 * adds. Thread-safe.
 */
final class IsolatedClassPath implements Closeable {
  private static final int MOST_NAMES = 4;

  private final List<ClassPathEntry> entries;
  private final CodeIdentity identity;

  private IsolatedClassPath(List<ClassPathEntry> entries) {
    this.entries = entries;
    this.identity = identify(entries);
  }

  /** A resource that was found. */
  static final class Found {
    final ClassPathEntry entry;
    final String located;

    Found(ClassPathEntry entry, String located) {
      this.entry = entry;
      this.located = located;
    }
  }

  /**
   * Opens all entries.
   *
   * @throws IOException if one is missing or cannot be used; the message names it
   */
  static IsolatedClassPath open(List<Path> paths) throws IOException {
    Map<Path, ClassPathEntry> opened = new LinkedHashMap<>();
    try {
      for (Path each : paths) {
        open(each, opened);
      }
    } catch (IOException | RuntimeException | Error failure) {
      close(opened.values());
      throw failure;
    }
    return new IsolatedClassPath(new ArrayList<>(opened.values()));
  }

  /** Returns why a class path cannot be used; null if it can, as far as a look tells. */
  static @Nullable String findObstacle(List<Path> paths) {
    for (Path each : paths) {
      try {
        if (!Files.isDirectory(each)) {
          JarEntries.look(each);
        }
      } catch (IOException unusable) {
        return unusable.getMessage();
      }
    }
    return null;
  }

  private static void open(Path path, Map<Path, ClassPathEntry> into) throws IOException {
    Path normal = path.toAbsolutePath().normalize();
    if (into.containsKey(normal)) {
      return;
    }
    ClassPathEntry entry = ClassPathEntry.open(normal);
    into.put(normal, entry);
    for (Path each : entry.added()) {
      if (Files.exists(each)) {
        open(each, into);
      }
    }
  }

  /** One jar has its own hash; several have the hash of the list of their hashes and names. */
  private static CodeIdentity identify(List<ClassPathEntry> entries) {
    StringBuilder name = new StringBuilder();
    StringBuilder hashes = new StringBuilder();
    int count = 0;
    for (ClassPathEntry each : entries) {
      if (count++ < MOST_NAMES) {
        name.append(count == 1 ? "" : ", ").append(each.name());
      }
      hashes.append(each.sha256()).append("  ").append(each.name()).append('\n');
    }
    if (count > MOST_NAMES) {
      name.append(" and ").append(count - MOST_NAMES).append(" more");
    }
    return new CodeIdentity(
        name.toString(), count == 1 ? entries.get(0).sha256() : ContentHash.of(hashes.toString()));
  }

  /** The build of the code on this class path. */
  CodeIdentity identity() {
    return identity;
  }

  /** Finds the first resource of a name; null if there is none. */
  @Nullable Found find(String name) {
    for (ClassPathEntry each : entries) {
      String located = each.locate(name);
      if (located != null) {
        return new Found(each, located);
      }
    }
    return null;
  }

  /** Finds all resources of a name, in order. */
  List<Found> findAll(String name) {
    List<Found> found = new ArrayList<>();
    for (ClassPathEntry each : entries) {
      String located = each.locate(name);
      if (located != null) {
        found.add(new Found(each, located));
      }
    }
    return found;
  }

  @Override
  public void close() {
    close(entries);
  }

  private static void close(Iterable<ClassPathEntry> entries) {
    for (ClassPathEntry each : entries) {
      try {
        each.close();
      } catch (IOException gone) {
        // The file is only read: nothing is lost.
        continue;
      }
    }
  }

  @Override
  public String toString() {
    return identity.name();
  }
}
