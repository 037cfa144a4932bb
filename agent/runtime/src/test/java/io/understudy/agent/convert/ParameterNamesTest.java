package io.understudy.agent.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of parameters as compilers write them. */
final class ParameterNamesTest {
  private static final String SOURCE =
      "public class Line { Line(String sku, long price, int... counts) { { int other = 1; } int more ="
          + " 2; } @java.beans.ConstructorProperties({\"a\", \"b\"}) Line(int x, int y) {} Line() {} }";

  @TempDir Path directory;

  private @Nullable List<String> names(int parameters, String... options) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("memory:///Line.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
          }
        };
    List<String> all = new java.util.ArrayList<>(Arrays.asList("-d", directory.toString()));
    all.addAll(Arrays.asList(options));
    assertThat(compiler.getTask(null, null, null, all, null, Arrays.asList(file)).call()).isTrue();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
      for (Constructor<?> each : loader.loadClass("Line").getDeclaredConstructors()) {
        if (each.getParameterCount() == parameters) {
          return ParameterNames.of(each);
        }
      }
    }
    throw new AssertionError("no constructor");
  }

  @Test
  void debugInformationNamesParameters() throws Exception {
    assertThat(names(3, "-g")).containsExactly("sku", "price", "counts");
    assertThat(names(0, "-g")).isEmpty();
  }

  @Test
  void compiledInNamesNeedNoDebugInformation() throws Exception {
    assertThat(names(3, "-g:none", "-parameters")).containsExactly("sku", "price", "counts");
  }

  @Test
  void namesAreUnknownWithoutBoth() throws Exception {
    assertThat(names(3, "-g:none")).isNull();
    assertThat(names(0, "-g:none")).isEmpty();
  }

  @Test
  void annotationNamesParts() throws Exception {
    assertThat(names(2, "-g")).containsExactly("a", "b");
  }
}
