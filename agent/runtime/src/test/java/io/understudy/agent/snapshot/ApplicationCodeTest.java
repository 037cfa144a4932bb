package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.value.Bounds;
import io.understudy.value.ForeignThrowables;
import io.understudy.value.JdkFields;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L1: copying and freezing run no method, constructor, initialiser or hook of the application. The
 * application {@code counted} has objects in every position whose methods all count.
 */
final class ApplicationCodeTest {
  @TempDir static Path directory;

  private static @Nullable URLClassLoader loader;
  private static Map<String, Object> positions = new LinkedHashMap<>();

  private final Copier copier = new Copier();
  private final PrivateCopies copies = copier::begin;
  private final List<String> ran = new ArrayList<>();

  @BeforeAll
  @SuppressWarnings("unchecked") // The catalogue has names.
  static void compile() throws Exception {
    JdkFields.opened(); // As the agent does; the test's JVM opens the packages by its options.
    String classPath = System.getProperty("java.class.path");
    Path classes =
        Sources.compile(directory.resolve("counted"), 8, classPath, Sources.ofApp("counted"));
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ApplicationCodeTest.class.getClassLoader());
    positions = (Map<String, Object>) call(loader.loadClass("counted.Catalogue"), "positions");
  }

  @AfterAll
  static void close() throws Exception {
    positions = new LinkedHashMap<>();
    if (loader != null) {
      loader.close();
    }
  }

  private static Object call(Class<?> type, String method) throws Exception {
    return type.getMethod(method).invoke(null);
  }

  @SuppressWarnings("unchecked") // The counter returns texts.
  private static List<String> hits() throws Exception {
    return (List<String>)
        call(
            java.util.Objects.requireNonNull(loader).loadClass("counted.Counter"),
            "takeOfThisThread");
  }

  private void record(String name) throws Exception {
    List<String> hits = hits();
    if (!hits.isEmpty()) {
      ran.add(name + ": " + new TreeSet<>(hits));
    }
  }

  @Test
  void copying() throws Exception {
    for (Map.Entry<String, Object> each : positions.entrySet()) {
      hits();
      try {
        copier.copy(new Object[] {each.getValue()}, new Meter(Bounds.DEFAULT));
      } catch (Uncapturable refused) {
        // Refusing runs no code of the application either.
      }
      record(each.getKey());
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void freezing() throws Exception {
    for (Map.Entry<String, Object> each : positions.entrySet()) {
      hits();
      try {
        Freezer.freezePartly(
            each.getValue(), new Meter(Bounds.DEFAULT), Views.standard(), false, copies);
      } catch (Uncapturable refused) {
        // As above.
      }
      record(each.getKey());
    }
    assertThat(ran).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked") // The catalogue has exceptions.
  void readingExceptions() throws Exception {
    List<Throwable> all =
        (List<Throwable>)
            call(java.util.Objects.requireNonNull(loader).loadClass("counted.Catalogue"), "thrown");
    for (Throwable each : all) {
      hits();
      if (!ForeignThrowables.isForeign(each)) {
        io.understudy.compare.ThrownException.of(each);
      }
      record(each.getClass().getName());
    }
    assertThat(ran).isEmpty();
  }

  /** A limit that docs/safety.md states. */
  @Test
  void annotationOfATransientField() throws Exception {
    assertThat(hitsOf("annotated")).containsExactly("NeverEnum.<clinit>");
  }

  /** A limit that docs/safety.md states. */
  @Test
  void symbolsOfAFormat() throws Exception {
    assertThat(hitsOf("format")).contains("counted.of.DecimalFormatSymbols.clone");
  }

  /** What runs when an object of its own class is copied and frozen. */
  private TreeSet<String> hitsOf(String object) throws Exception {
    Object live =
        call(java.util.Objects.requireNonNull(loader).loadClass("counted.Catalogue"), object);
    hits();
    try {
      copier.copy(new Object[] {live}, new Meter(Bounds.DEFAULT));
      Freezer.freezePartly(live, new Meter(Bounds.DEFAULT), Views.standard(), false, copies);
    } catch (Uncapturable refused) {
      // As above.
    }
    return new TreeSet<>(hits());
  }
}
