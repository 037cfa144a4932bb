package io.understudy.tool.suggest;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files behind the URLs that class loaders report as code sources. */
final class ClassLocations {
  /**
   * {@code file:/app/lib/}, {@code jar:file:/app.jar!/BOOT-INF/classes!/}, {@code
   * jar:nested:/app.jar/!BOOT-INF/classes/!/}.
   */
  private static final Pattern FILE = Pattern.compile("(?:jar:)?(?:file|nested):(.+?)(?:/?!.*)?");

  private ClassLocations() {}

  /** Returns the files and directories that exist, each once, as a class path. */
  static String classPath(Iterable<String> urls) {
    Set<String> files = new LinkedHashSet<>();
    for (String url : urls) {
      Matcher matcher = FILE.matcher(url);
      File file = matcher.matches() ? file(matcher.group(1)) : null;
      if (file != null && file.exists()) {
        files.add(file.getPath());
      }
    }
    return String.join(File.pathSeparator, files);
  }

  private static File file(String path) {
    try {
      return new File(new URI("file:" + path));
    } catch (URISyntaxException | IllegalArgumentException spaces) {
      return new File(path);
    }
  }
}
