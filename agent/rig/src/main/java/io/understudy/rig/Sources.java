package io.understudy.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java sources from texts, and packs them into jars. Stateless. */
public final class Sources {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)(?:^|;)\\s*(?:public |final |abstract |sealed |@\\w+ )*"
              + "(?:class|@?interface|enum|record)\\s+([\\w$]+)");

  private Sources() {}

  /**
   * Reads the sources of an application among the test resources of the module under test, or the
   * resources of the rig.
   *
   * @param app a directory under {@code apps}
   */
  public static String[] ofApp(String app) {
    try {
      URL url = Sources.class.getResource("/apps/" + app);
      if (url == null) {
        throw new IllegalArgumentException("no application under src/test/resources/apps/" + app);
      }
      List<String> sources = new ArrayList<>();
      if (url.getProtocol().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(url.toURI(), Collections.emptyMap())) {
          read(jar.getPath("/apps/" + app), sources);
        }
      } else {
        read(Paths.get(url.toURI()), sources);
      }
      return sources.toArray(new String[0]);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void read(Path directory, List<String> into) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
        into.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
  }

  /** Compiles for Java 8 against the JDK only. */
  public static Path compile(Path into, String... sources) {
    return compile(into, 8, "", sources);
  }

  /**
   * Compiles sources, each of which is a whole file.
   *
   * @param into the directory for the class files, created if necessary
   * @param release the Java version to compile for
   * @param classPath the class path of the compiler; empty for the JDK alone
   * @return {@code into}
   */
  public static Path compile(Path into, int release, String classPath, String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>();
    Collections.addAll(
        options,
        "--release",
        String.valueOf(release),
        "-d",
        into.toString(),
        "-Xlint:-options",
        "-parameters",
        "-proc:none",
        "-cp",
        classPath.isEmpty() ? into.toString() : classPath);
    StringWriter errors = new StringWriter();
    List<JavaFileObject> files =
        Arrays.stream(sources).map(Source::new).collect(Collectors.toList());
    try {
      Files.createDirectories(into);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (!compiler.getTask(errors, null, null, options, null, files).call()) {
      throw new AssertionError("the test's sources do not compile:\n" + errors);
    }
    return into;
  }

  /** Packs a directory of classes as a jar with the given manifest attributes, name and value. */
  public static Path jar(Path classes, Path jar, String... attributes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    for (int i = 0; i < attributes.length; i += 2) {
      manifest.getMainAttributes().putValue(attributes[i], attributes[i + 1]);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
      }
    }
    return jar;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("memory:///" + name(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String name(String text) {
      if (text.trim().startsWith("module ") || text.trim().startsWith("open module ")) {
        return "module-info.java";
      }
      Matcher pack = PACKAGE.matcher(text);
      Matcher type = TYPE.matcher(text);
      if (!type.find()) {
        throw new IllegalArgumentException("no type in the source:\n" + text);
      }
      return (pack.find() ? pack.group(1).replace('.', '/') + "/" : "") + type.group(1) + ".java";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
