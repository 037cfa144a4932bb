package io.understudy.agent.config.read;

import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code classpath:}: jars, directories, and all jars of a directory ({@code lib/*.jar}).
 * Relative paths start at the directory of the configuration. Not thread-safe.
 */
final class ClassPathReader {
  static final ValueKind<String> ENTRY =
      ValueKinds.text("a jar, a directory, or lib/*.jar for all jars of a directory", ".+");

  private static final int MOST_FILES = 10_000;

  private final Path base;
  private final ConfigProblems problems;

  ClassPathReader(Path base, ConfigProblems problems) {
    this.base = base;
    this.problems = problems;
  }

  /** Finds the files of the entries; null if a problem was added. */
  @Nullable IsolationConfig read(
      Section section, List<PositionedValue<String>> entries, Set<String> shared) {
    if (entries.isEmpty()) {
      section.refuse(
          section.where(), "classpath", "needs at least one jar or directory, as in [next.jar]");
      return null;
    }
    List<String> written = new ArrayList<>();
    Set<Path> found = new LinkedHashSet<>();
    for (PositionedValue<String> each : entries) {
      written.add(each.value);
      String problem = find(each.value, found);
      if (problem != null) {
        problems.add(each.where, each.key, problem);
        return null;
      }
    }
    StringBuilder state = new StringBuilder();
    found.forEach(path -> addState(path.toFile(), state, new int[] {MOST_FILES}));
    return new IsolationConfig(written, new ArrayList<>(found), shared, state.toString());
  }

  /** Adds the files of an entry; returns what is wrong, or null. */
  private @Nullable String find(String entry, Set<Path> into) {
    Path path;
    boolean isPattern = entry.endsWith("*.jar") || entry.endsWith("*");
    try {
      String plain = isPattern ? entry.substring(0, entry.lastIndexOf('*')) : entry;
      path = base.resolve(plain).normalize();
      if (isPattern
          && !plain.isEmpty()
          && !plain.endsWith("/")
          && !plain.endsWith(File.separator)) {
        return "a * stands for all jars of a directory; write DIRECTORY/*.jar";
      }
    } catch (InvalidPathException wrong) {
      return "is no path: " + wrong.getReason();
    }
    if (isPattern) {
      return findJars(path, into);
    }
    File file = path.toFile();
    if (!file.exists()) {
      return "there is no file " + path + relativeTo(entry);
    }
    if (!file.canRead()) {
      return path + " cannot be read by the user of this JVM";
    }
    into.add(path);
    return null;
  }

  private String relativeTo(String entry) {
    return new File(entry).isAbsolute()
        ? ""
        : "; a relative path starts at the directory of the configuration, " + base;
  }

  private static @Nullable String findJars(Path directory, Set<Path> into) {
    File[] files =
        directory
            .toFile()
            .listFiles((place, name) -> name.endsWith(".jar") || name.endsWith(".JAR"));
    if (files == null) {
      return "there is no directory " + directory;
    }
    if (files.length == 0) {
      return "there is no jar in " + directory;
    }
    Arrays.sort(files);
    for (File each : files) {
      into.add(each.toPath());
    }
    return null;
  }

  /** Adds the name, size and time of the files; a change of a file changes them. */
  private static void addState(File file, StringBuilder into, int[] filesLeft) {
    if (filesLeft[0]-- <= 0) {
      // No state is known, so each reload takes effect.
      into.append(filesLeft[0] == -1 ? "and more at " + System.nanoTime() : "");
      return;
    }
    into.append(file).append(' ').append(file.lastModified());
    into.append(' ').append(file.length()).append('\n');
    File[] inside = file.listFiles();
    if (inside != null) {
      Arrays.sort(inside);
      for (File each : inside) {
        addState(each, into, filesLeft);
      }
    }
  }
}
