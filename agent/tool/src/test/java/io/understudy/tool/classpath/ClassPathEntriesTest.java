package io.understudy.tool.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathEntriesTest {
  @TempDir Path directory;
  private Path classes;

  @BeforeEach
  void compile() {
    classes = Sources.compile(directory.resolve("classes"), "package com.acme; class A {}");
  }

  private Path jar(String name, String... attributes) throws Exception {
    return Sources.jar(classes, directory.resolve(name), attributes);
  }

  private static List<String> names(ClassPath path) {
    return path.entries().stream().map(File::getName).collect(Collectors.toList());
  }

  @Test
  void orderIsKeptAndDuplicatesAreDropped() throws Exception {
    String text =
        String.join(
            File.pathSeparator,
            jar("b.jar").toString(),
            classes.toString(),
            "",
            jar("a.jar").toString(),
            directory.resolve("b.jar").toString());

    assertThat(names(ClassPath.of(text))).containsExactly("b.jar", "classes", "a.jar");
  }

  @Test
  void asteriskMeansTheJarsOfADirectoryInOrder() throws Exception {
    jar("b.jar");
    jar("A.JAR");
    Files.write(directory.resolve("notes.txt"), new byte[] {1});

    assertThat(names(ClassPath.of(directory + File.separator + "*")))
        .containsExactly("A.JAR", "b.jar");
  }

  @Test
  void emptyAndMissingEntries() {
    ClassPath empty = ClassPath.of("");
    ClassPath missing = ClassPath.of(directory.resolve("gone") + File.pathSeparator + "gone.jar");

    assertThat(empty.entries()).isEmpty();
    assertThat(empty.missing()).isEmpty();
    assertThat(missing.entries()).isEmpty();
    assertThat(missing.missing()).containsExactly(directory.resolve("gone").toString(), "gone.jar");
  }

  @Test
  void manifestNamesMoreJarsAlsoInACircle() throws Exception {
    jar("b.jar", "Class-Path", "a.jar gone.jar");
    Path first = jar("a.jar", "Class-Path", "  b.jar   classes/ ".trim());

    assertThat(names(ClassPath.of(first.toString()))).containsExactly("a.jar", "b.jar", "classes");
    assertThat(ClassPath.of(first.toString()).missing()).as("the JVM ignores it").isEmpty();
  }

  @Test
  void malformedUrlInAManifestIsIgnored() throws Exception {
    Path first = jar("a.jar", "Class-Path", "http://[ b.jar");

    assertThat(names(ClassPath.of(first.toString()))).containsExactly("a.jar");
  }

  @Test
  void damagedJarIsKept() throws Exception {
    Path damaged = Files.write(directory.resolve("damaged.jar"), new byte[] {1, 2, 3});

    assertThat(names(ClassPath.of(damaged.toString()))).containsExactly("damaged.jar");
  }
}
