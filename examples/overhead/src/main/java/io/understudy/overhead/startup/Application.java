package io.understudy.overhead.startup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the generated sources into a jar, for Java 8. */
final class Application {
  private Application() {}

  /** Writes the jar. */
  static void into(Path jar) throws IOException {
    Map<String, String> sources = Sources.all();
    Map<String, ByteArrayOutputStream> classes = compiled(sources);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, ByteArrayOutputStream> each : classes.entrySet()) {
        out.putNextEntry(new JarEntry(each.getKey().replace('.', '/') + ".class"));
        each.getValue().writeTo(out);
        out.closeEntry();
      }
      out.putNextEntry(new JarEntry("classes.txt"));
      out.write(String.join("\n", sources.keySet()).getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }

  private static Map<String, ByteArrayOutputStream> compiled(Map<String, String> sources)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("a JDK is needed here, not a JRE: set JAVA_HOME to one");
    }
    Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    try (JavaFileManager files = inMemory(compiler, classes)) {
      List<Source> units =
          sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
      List<String> options = List.of("--release", "8", "-Xlint:-options", "-proc:none", "-g");
      if (!compiler.getTask(null, files, null, options, null, units).call()) {
        throw new IllegalStateException("the generated application does not compile");
      }
    }
    return classes;
  }

  private static JavaFileManager inMemory(
      JavaCompiler compiler, Map<String, ByteArrayOutputStream> classes) {
    return new ForwardingJavaFileManager<JavaFileManager>(
        compiler.getStandardFileManager(null, null, null)) {
      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classes.put(name, bytes);
        return new SimpleJavaFileObject(uri(name, kind), kind) {
          @Override
          public OutputStream openOutputStream() {
            return bytes;
          }
        };
      }
    };
  }

  private static URI uri(String name, JavaFileObject.Kind kind) {
    return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(uri(name, Kind.SOURCE), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
