package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.service.ClassOutline;
import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The selected classes, their supertypes and their callers. */
class ApplicationClassesTest {
  private static final String[] SOURCES = {
    "package org.lib; public class Base { public long base(int a) { return a; } }",
    "package com.acme; public interface Rates { long rate(int a); }",
    "package com.acme; public class Day extends org.lib.Base implements Rates {"
        + " public long rate(int a) { return help() + a; } long help() { return 1; }"
        + " static long all() { return 2; } class Inner { long x() { return help(); } } }",
    "package com.acme; public class Late extends Day {"
        + " long more() { return rate(1) + super.rate(2); } }",
    "package com.acme; public class One { long a(Rates r, Day d) {"
        + " return r.rate(1) + r.rate(2) + d.rate(3) + Day.all() + d.base(4); } }",
    "package com.acme; public class Two { long a(Late l) { return l.rate(1); } }",
    "package com.acme; public class Three { java.util.function.IntFunction<Long> f(Day d) {"
        + " return d::rate; } }",
  };

  @TempDir Path directory;
  private ClassPathFiles files;
  private ApplicationClasses application;

  @BeforeEach
  void read() {
    files = new ClassPathFiles(ClassPath.of(Sources.compile(directory, SOURCES).toString()));
    application = ApplicationClasses.read(files, name -> name.startsWith("com.acme."));
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  private ClassOutline type(String name) {
    return Objects.requireNonNull(application.find("com.acme." + name));
  }

  private int callers(String type, String key) {
    return application.callers(Objects.requireNonNull(type(type).method(key)));
  }

  @Test
  void selectedClassesInOrder() {
    assertThat(application.classes().toString())
        .isEqualTo(
            "[com.acme.Day, com.acme.Day$Inner, com.acme.Late, com.acme.One, com.acme.Rates,"
                + " com.acme.Three, com.acme.Two]");
    assertThat(application.unreadable()).isZero();
  }

  @Test
  void otherClassesAreFoundAndNotSelected() {
    assertThat(application.find("org.lib.Base")).hasToString("org.lib.Base");
    assertThat(application.isSelected("org.lib.Base")).isFalse();
    assertThat(application.isSelected("com.acme.Day")).isTrue();
    assertThat(application.find("org.lib.Missing")).isNull();
  }

  @Test
  void supertypesOfSelectedAndOtherClasses() {
    assertThat(application.closure("com.acme.Late"))
        .containsExactly(
            "com.acme.Late", "com.acme.Day", "org.lib.Base", "com.acme.Rates", "java.lang.Object");
    assertThat(application.closure("com.acme.Missing")).containsExactly("com.acme.Missing");
  }

  @Test
  void methodIsDeclaredByTheNearestSelectedClass() {
    assertThat(application.declaring("com.acme.Late", "rate(I)")).isEqualTo("com.acme.Day");
    assertThat(application.declaring("com.acme.Day", "rate(I)")).isEqualTo("com.acme.Day");
    assertThat(application.declaring("com.acme.Late", "base(I)"))
        .as("not a selected class")
        .isEqualTo("com.acme.Late");
    assertThat(application.declaring("com.acme.Late", "none()")).isEqualTo("com.acme.Late");
  }

  @Test
  void eachCallerCountsOnce() {
    assertThat(callers("Rates", "rate(I)")).as("One").isEqualTo(1);
    assertThat(callers("Day", "rate(I)")).as("One, Two through Late, Three").isEqualTo(3);
    assertThat(callers("Day", "all()")).isEqualTo(1);
  }

  @Test
  void callsWithinAClassAndToItsSupertypesDoNotCount() {
    assertThat(callers("Day", "help()")).isZero();
    assertThat(callers("Late", "more()")).isZero();
  }

  @Test
  void callersOfAClassAreThoseOfItsMostCalledSupertype() {
    assertThat(application.callers(type("Two"))).isZero();
    assertThat(application.callers(type("Late"))).isEqualTo(application.callers(type("Day")));
    assertThat(application.callers(type("Rates"))).isEqualTo(1);
  }
}
