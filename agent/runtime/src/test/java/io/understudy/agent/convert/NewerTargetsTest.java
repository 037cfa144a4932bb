package io.understudy.agent.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.MappingConfig;
import io.understudy.rig.Sources;
import io.understudy.value.view.Views;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Records and sealed types, which the test's own sources cannot have. */
@EnabledForJreRange(min = JRE.JAVA_17)
final class NewerTargetsTest {
  static final class Circle {
    int radius = 3;
  }

  static final class Square {
    int side = 2;
  }

  static final class Triangle {}

  @TempDir Path directory;

  static void control(Object shape) {}

  private Object convert(Object source) throws Exception {
    Sources.compile(
        directory,
        17,
        "",
        "package next; public class Service { public static void take(Shape shape) {} }",
        "package next; public sealed interface Shape permits Circle, Angular {}",
        "package next; public record Circle(long radius) implements Shape {}",
        "package next; public abstract sealed class Angular implements Shape permits Square {}",
        "package next; public final class Square extends Angular { public final int side; public"
            + " Square(int side) { this.side = side; } }");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
      Method take =
          loader.loadClass("next.Service").getMethod("take", loader.loadClass("next.Shape"));
      Method control = NewerTargetsTest.class.getDeclaredMethod("control", Object.class);
      return ArgumentConverter.of(
              control, take, MappingConfig.NONE, Views.standard(), loader, (i, a, b) -> false)
          .convert(new Object[] {source}, null)[0];
    }
  }

  @Test
  void subtypeOfASealedTypeIsFoundByItsSimpleName() throws Exception {
    assertThat(convert(new Circle())).hasToString("Circle[radius=3]");
    assertThat(convert(new Square()).getClass().getName()).isEqualTo("next.Square");
  }

  @Test
  void sealedTypeWithoutTheNameIsRefused() {
    assertThatThrownBy(() -> convert(new Triangle()))
        .hasMessage(
            "/0 ("
                + Triangle.class.getName()
                + "): next.Shape is an interface: name the class to build under types: { "
                + Triangle.class.getName()
                + ": … }");
  }
}
