package io.understudy.tool.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.rig.Sources;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathFilesTest {
  private static final String BASE = "package com.acme; public class Base {}";
  private static final String LOW = "package com.acme; public class Low extends Base {}";
  private static final String LOWER =
      "package com.acme; public class Lower extends Low implements Runnable {"
          + " public void run() {} }";

  @TempDir Path directory;

  private Path compile(String into, String... sources) {
    return Sources.compile(directory.resolve(into), sources);
  }

  private static ClassPathFiles open(Path... entries) {
    StringBuilder text = new StringBuilder();
    for (Path entry : entries) {
      text.append(text.length() == 0 ? "" : File.pathSeparator).append(entry);
    }
    return new ClassPathFiles(ClassPath.of(text.toString()));
  }

  @Test
  void namesOfClassesOnly() throws Exception {
    Path classes = compile("a", BASE, "package com.acme; class Outer { class Inner {} }");
    Files.createDirectories(classes.resolve("META-INF/versions/9"));
    Files.copy(
        classes.resolve("com/acme/Base.class"), classes.resolve("META-INF/versions/9/B.class"));
    Files.copy(
        classes.resolve("com/acme/Base.class"), classes.resolve("com/acme/package-info.class"));
    Files.copy(classes.resolve("com/acme/Base.class"), classes.resolve("module-info.class"));
    Files.write(classes.resolve("com/acme/notes.txt"), new byte[] {1});

    try (ClassPathFiles files = open(classes)) {
      assertThat(files.names())
          .containsExactly("com.acme.Base", "com.acme.Outer", "com.acme.Outer$Inner");
    }
    try (ClassPathFiles files = open(Sources.jar(classes, directory.resolve("a.jar")))) {
      assertThat(files.names())
          .containsExactly("com.acme.Base", "com.acme.Outer", "com.acme.Outer$Inner");
    }
  }

  @Test
  void firstEntryWins() throws Exception {
    Path first = compile("first", "package com.acme; public class Base { int first; }");
    Path second = compile("second", "package com.acme; public class Base { int second; }");

    try (ClassPathFiles files = open(first, second)) {
      assertThat(Objects.requireNonNull(files.find("com.acme.Base")).getDeclaredFields().toString())
          .contains("first")
          .doesNotContain("second");
    }
  }

  @Test
  void classesOfTheJdkAreFoundAndNotListed() throws Exception {
    try (ClassPathFiles files = open(compile("a", BASE))) {
      assertThat(files.find("java.util.List")).isNotNull();
      assertThat(files.bytes("java.util.List")).isNotNull();
      assertThat(files.names()).noneMatch(name -> name.startsWith("java."));
    }
  }

  @Test
  void bytesByBinaryAndByInternalName() throws Exception {
    Path classes = compile("a", BASE);
    byte[] expected = Files.readAllBytes(classes.resolve("com/acme/Base.class"));

    try (ClassPathFiles files = open(classes)) {
      assertThat(files.bytes("com.acme.Base")).isEqualTo(expected);
      assertThat(files.asClassFiles().find("com/acme/Base")).isEqualTo(expected);
      assertThat(files.bytes("com.acme.Missing")).isNull();
      assertThat(files.find("com.acme.Missing")).isNull();
    }
  }

  @Test
  void subclassesThroughOthersAndAcrossEntries() throws Exception {
    Path low = compile("all", BASE, LOW, LOWER);
    Path base = compile("base", BASE);

    try (ClassPathFiles files = open(base, low)) {
      assertThat(files.subclasses("com.acme.Base"))
          .containsExactly("com.acme.Low", "com.acme.Lower");
      assertThat(files.subclasses("java.lang.Runnable")).containsExactly("com.acme.Lower");
      assertThat(files.subclasses("com.acme.Lower")).isEmpty();
    }
  }

  @Test
  void damagedFileIsReportedOnlyIfItIsRead() throws Exception {
    Path classes = compile("a", BASE, LOW);
    Files.write(classes.resolve("com/acme/Bad.class"), new byte[] {1, 2, 3});

    try (ClassPathFiles files = open(classes)) {
      assertThat(files.subclasses("com.acme.Base")).containsExactly("com.acme.Low");
      assertThatThrownBy(() -> files.find("com.acme.Bad"))
          .isInstanceOf(UnreadableClassException.class)
          .hasMessageStartingWith(
              "the class file of com.acme.Bad cannot be read; it is damaged, or compiled for a"
                  + " newer Java than this version supports (");
      assertThat(files.scan().refusal("com.acme.Bad")).isNotNull();
      assertThat(files.scan().refusal("com.acme.Base")).isNull();
    }
  }

  @Test
  void indexOfLambdasAndSupertypes() throws Exception {
    Path classes =
        compile(
            "a",
            BASE,
            "package com.acme; class Wiring { Runnable a = () -> {};"
                + " java.util.function.Supplier<Object> b = Object::new; }");

    try (ClassPathFiles files = open(classes)) {
      ClassPathIndex index = files.scan();
      assertThat(index.lambdas("com.acme.Wiring"))
          .containsExactlyInAnyOrder("java/lang/Runnable.run", "java/util/function/Supplier.get");
      assertThat(index.lambdas("com.acme.Base")).isEmpty();
      assertThat(index.lambdas("com.acme.Missing")).isEmpty();
      assertThat(files.scan()).isSameAs(index);
    }
  }

  @Test
  void missingEntriesAreWarnings() throws Exception {
    try (ClassPathFiles files =
        open(directory.resolve("gone.jar"), compile("a", BASE), directory.resolve("lib/*"))) {
      assertThat(files.warnings())
          .containsExactly(
              "class path: " + directory.resolve("gone.jar") + " does not exist",
              "class path: " + directory.resolve("lib/*") + " does not exist");
      assertThat(files.names()).containsExactly("com.acme.Base");
    }
  }
}
