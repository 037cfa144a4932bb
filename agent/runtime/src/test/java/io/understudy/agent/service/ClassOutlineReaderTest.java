package io.understudy.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassOutlineReaderTest {
  @TempDir Path directory;

  /** Compiles sources of the package com.acme and reads one of their classes. */
  private ClassOutline read(String name, String... sources) throws Exception {
    String[] whole =
        Arrays.stream(sources).map(source -> "package com.acme; " + source).toArray(String[]::new);
    Path classes = Sources.compile(directory, whole);
    byte[] bytes = Files.readAllBytes(classes.resolve("com/acme/" + name + ".class"));
    return Objects.requireNonNull(ClassOutlineReader.read(bytes));
  }

  private static MethodOutline method(ClassOutline type, String name) {
    return type.methods.stream()
        .filter(each -> each.name.equals(name) && each.isWritten())
        .findFirst()
        .get();
  }

  @Test
  void nameSupertypesAndFields() throws Exception {
    ClassOutline type =
        read(
            "Pricing",
            "class Base {}",
            "abstract class Pricing extends Base implements Runnable, java.io.Serializable {"
                + " int a; private String b; static int c; class Inner { int d; } }");

    assertThat(type.name).isEqualTo("com.acme.Pricing");
    assertThat(type.superName).isEqualTo("com.acme.Base");
    assertThat(type.interfaces).containsExactly("java.lang.Runnable", "java.io.Serializable");
    assertThat(type.fields).as("instance fields").isEqualTo(2);
    assertThat(type.isConcrete()).isFalse();
    assertThat(type.local).isFalse();
  }

  @Test
  void referenceToTheOuterObjectIsNoField() throws Exception {
    ClassOutline type =
        read("Pricing$Inner", "class Pricing { class Inner { int d = Pricing.this.hashCode(); } }");

    assertThat(type.fields).isEqualTo(1);
    assertThat(type.local).isFalse();
  }

  @Test
  void anonymousAndLocalClasses() throws Exception {
    String source =
        "class Pricing { void work() { class Local {} new Local();"
            + " new Object() { int x; }.hashCode(); } }";

    assertThat(read("Pricing$1Local", source).local).isTrue();
    assertThat(read("Pricing$1", source).local).isTrue();
    assertThat(read("Pricing", source).local).isFalse();
  }

  @Test
  void annotationsBySimpleName() throws Exception {
    ClassOutline type =
        read(
            "Pricing",
            "@interface Service {}",
            "class Marks { @interface Get {} }",
            "@Service @Deprecated class Pricing { @Marks.Get @Deprecated long quote() {"
                + " return hashCode(); } }");

    assertThat(type.annotations).containsExactlyInAnyOrder("Service", "Deprecated");
    assertThat(method(type, "quote").annotations).containsExactlyInAnyOrder("Get", "Deprecated");
  }

  @Test
  void methodsWithoutConstructorsAndInitialisers() throws Exception {
    ClassOutline type =
        read("Pricing", "class Pricing { static int a = 1; Pricing() {} int b() { return a; } }");

    assertThat(type.methods.stream().map(MethodOutline::toString).collect(Collectors.toList()))
        .containsExactly("com.acme.Pricing#b()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRIVIAL | void work() {}",
        "TRIVIAL | int work() { return 5; }",
        "TRIVIAL | double work() { return 1.5; }",
        "TRIVIAL | Object work() { return null; }",
        "TRIVIAL | String work() { return \"text\"; }",
        "TRIVIAL | int field; int work() { return field; }",
        "TRIVIAL | int field; void work(int a) { field = a; }",
        "TRIVIAL | int field; Pricing work(int a) { field = a; return this; }",
        "TRIVIAL | Object field; String work() { return (String) field; }",
        "TRIVIAL | int work(int a) { return a; }",
        "CODE | int work(int a) { return a + 1; }",
        "CODE | int work(int a) { return -a; }",
        "CODE | long work(int a) { return a; }",
        "CODE | int work(int a) { return a > 0 ? a : 0; }",
        "CODE | int work() { return hashCode(); }",
        "CODE | Object work() { return new Object(); }",
        "CODE | Object work() { return new int[3]; }",
        "CODE | Object work() { return new String[3]; }",
        "CODE | Object work() { return new int[3][4]; }",
        "CODE | boolean work(Object a) { return a instanceof String; }",
        "CODE | int work(int a) { a++; return a; }",
        "CODE | int work(int[] a) { return a[0]; }",
        "CODE | int work(int[] a) { return a.length; }",
        "CODE | Runnable work() { return () -> {}; }",
        "CODE | void work() { throw null; }",
        "CODE | int work(int a) { switch (a) { case 1: return 1; case 2: return 2; } return 0; }",
        "CODE | int work(int a) { switch (a) { case 1: return 1; case 900: return 2; } return 0; }",
        "NONE | abstract void work();",
        "NONE | native void work();",
      })
  void bodies(MethodOutline.Body body, String source) throws Exception {
    ClassOutline type = read("Pricing", "abstract class Pricing { " + source + " }");

    assertThat(method(type, "work").body).isEqualTo(body);
    assertThat(method(type, "work").hasBody()).isEqualTo(body != MethodOutline.Body.NONE);
  }

  @Test
  void bridgesAndTheirTargets() throws Exception {
    ClassOutline type =
        read(
            "Texts",
            "interface Source<T> { Object quote(T of, int n); }",
            "class Texts implements Source<Integer> {"
                + " public String quote(Integer of, int n) { return toString(); } }");

    MethodOutline quote = method(type, "quote");
    assertThat(quote.descriptor).isEqualTo("(Ljava/lang/Integer;I)Ljava/lang/String;");
    assertThat(quote.target).isNull();
    assertThat(type.behindBridge("quote", "(Ljava/lang/Object;I)Ljava/lang/Object;"))
        .isSameAs(quote);
  }

  @Test
  void damagedClassFiles() throws Exception {
    byte[] whole =
        Files.readAllBytes(
            Sources.compile(directory, "package com.acme; class A { int b() { return 1; } }")
                .resolve("com/acme/A.class"));

    assertThat(ClassOutlineReader.read(new byte[0])).isNull();
    assertThat(ClassOutlineReader.read(new byte[] {1, 2, 3})).isNull();
    for (int length = 10; length < whole.length - 20; length += 7) {
      assertThat(ClassOutlineReader.read(Arrays.copyOf(whole, length))).as("%d", length).isNull();
    }
    assertThat(ClassOutlineReader.read(whole)).hasToString("com.acme.A");
  }
}
