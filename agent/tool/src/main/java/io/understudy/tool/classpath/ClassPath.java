package io.understudy.tool.classpath;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * The jars and directories of a class path as the JVM reads it: {@code dir/*} means the jars in a
 * directory, and a jar's manifest may name more jars. Immutable after construction.
 */
public final class ClassPath {
  private final Set<File> entries = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();

  private ClassPath() {}

  /** Reads a class path with the separator of this platform. */
  public static ClassPath of(String text) {
    ClassPath path = new ClassPath();
    for (String entry : text.split(Pattern.quote(File.pathSeparator))) {
      if (!entry.isEmpty()) {
        path.add(entry);
      }
    }
    return path;
  }

  /** The jars and directories that exist, in order, each once. */
  public List<File> entries() {
    return new ArrayList<>(entries);
  }

  /** The entries that do not exist, as the user wrote them. The JVM ignores them silently. */
  public List<String> missing() {
    return missing;
  }

  private void add(String entry) {
    if (entry.endsWith("*")) {
      File directory = new File(entry.substring(0, entry.length() - 1));
      File[] jars = directory.listFiles((d, name) -> name.matches("(?i).*\\.jar"));
      if (jars == null || jars.length == 0) {
        missing.add(entry);
        return;
      }
      Arrays.sort(jars);
      for (File jar : jars) {
        add(jar);
      }
    } else if (new File(entry).exists()) {
      add(new File(entry));
    } else {
      missing.add(entry);
    }
  }

  private void add(File file) {
    if (!entries.add(file.getAbsoluteFile()) || file.isDirectory()) {
      return;
    }
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      String named =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String url : named == null ? new String[0] : named.trim().split(" +")) {
        File further = new File(file.getAbsoluteFile().toURI().resolve(url));
        if (further.exists()) {
          add(further);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // A damaged file is reported when its classes are read; the JVM ignores malformed URLs.
    }
  }
}
