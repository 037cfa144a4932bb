package com.recordstore.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each record for Java 17 has a class for Java 8 with the same parts, and no other class has one.
 */
class TwinsTest {
  private static final Path CLASSES = Paths.get("target/classes");
  private static final Path RECORDS = CLASSES.resolve("META-INF/versions/17");

  static List<String> records() throws Exception {
    try (Stream<Path> files = Files.list(RECORDS.resolve("com/recordstore/next"))) {
      return files
          .map(file -> "com.recordstore.next." + file.getFileName().toString().split("\\.")[0])
          .sorted()
          .collect(Collectors.toList());
    }
  }

  @Test
  void nineValuesAreRecords() throws Exception {
    assertThat(records()).hasSize(9).contains("com.recordstore.next.StatementView");
  }

  @ParameterizedTest
  @MethodSource("records")
  void twinHasTheRecordsPartsInOrder(String name) throws Exception {
    Class<?> twin = Class.forName(name);
    try (URLClassLoader loader = recordsFirst()) {
      Class<?> record = loader.loadClass(name);

      assertThat(record.getSuperclass().getName()).isEqualTo("java.lang.Record");
      assertThat(parts(twin)).isEqualTo(parts(record)).isNotEmpty();
      assertThat(types(twin)).isEqualTo(types(record));
      for (String part : parts(record)) {
        assertThat(twin.getMethod(part).getReturnType().getName())
            .isEqualTo(record.getMethod(part).getReturnType().getName());
      }
    }
  }

  @Test
  void twinsAreEqualByTheirParts() {
    assertThat(new GenreTally("Rock", 3))
        .isEqualTo(new GenreTally("Rock", 3))
        .hasSameHashCodeAs(new GenreTally("Rock", 3))
        .isNotEqualTo(new GenreTally("Rock", 4))
        .hasToString("GenreTally[genre=Rock, tracks=3]");
    assertThat(new Place("Oslo", null, "Norway"))
        .isEqualTo(new Place("Oslo", null, "Norway"))
        .isNotEqualTo(new Place("Oslo", "", "Norway"));
  }

  private static URLClassLoader recordsFirst() throws Exception {
    return new URLClassLoader(
        new URL[] {RECORDS.toUri().toURL(), CLASSES.toUri().toURL()},
        ClassLoader.getSystemClassLoader().getParent());
  }

  private static List<String> parts(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        names.add(field.getName());
      }
    }
    return names;
  }

  private static List<String> types(Class<?> type) {
    return Stream.of(type.getDeclaredConstructors()[0].getGenericParameterTypes())
        .map(java.lang.reflect.Type::getTypeName)
        .collect(Collectors.toList());
  }
}
