package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.description.type.TypeDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeLookupTest {
  private static final String[] SOURCES = {
    "package com.acme; interface Named { String name(); default int size() { return 1; } }",
    "package com.acme; abstract class Base<T> implements Named { abstract void put(T of);"
        + " protected int put(int a, int b) { return a; } static void util() {} }",
    "package com.acme; class Texts extends Base<String> { void put(String of) {}"
        + " public String name() { return null; } }",
  };

  @TempDir Path directory;
  private ClassPathFiles files;
  private TypeLookup types;

  @BeforeEach
  void open() {
    files = new ClassPathFiles(ClassPath.of(Sources.compile(directory, SOURCES).toString()));
    types = new TypeLookup(files);
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  private static List<String> texts(List<MethodSignature> methods) {
    return methods.stream().map(MethodSignature::toString).collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Texts, com.acme.Texts",
    "com.acme.Texts[][], com.acme.Texts[][]",
    "int, int",
    "int[], int[]",
    "void, void",
    "java.util.Map$Entry, java.util.Map$Entry",
  })
  void typesAsSourceCodeNamesThem(String name, String actual) {
    TypeDescription found = types.find(name);

    assertThat(found).isNotNull();
    assertThat(found.getActualName()).isEqualTo(actual);
    assertThat(types.unknown()).isEmpty();
  }

  @Test
  void namesThatAreNotFoundAreRecordedOnce() {
    assertThat(types.find("com.acme.Missing")).isNull();
    assertThat(types.find("com.acme.Missing")).isNull();
    assertThat(types.find("com.acme.Gone[]")).isNull();

    assertThat(types.unknown()).containsExactly("com.acme.Missing", "com.acme.Gone[]");
  }

  @Test
  void supertypesTheNearestFirst() {
    assertThat(types.closure("com.acme.Texts"))
        .containsExactly("com.acme.Texts", "com.acme.Base", "java.lang.Object", "com.acme.Named");
    assertThat(types.closure("com.acme.Texts[]")).containsExactly("com.acme.Texts[]");
    assertThat(types.closure("int")).containsExactly("int");
    assertThat(types.closure("com.acme.Missing")).containsExactly("com.acme.Missing");
  }

  @Test
  void declaredMethodsWithoutBridges() {
    assertThat(texts(types.declared("com.acme.Texts", "put")))
        .containsExactly("com.acme.Texts#put(java.lang.String): void");
    assertThat(types.declared("com.acme.Texts", "size")).isEmpty();
    assertThat(types.declared("com.acme.Missing", "put")).isEmpty();
    assertThat(types.declared("com.acme.Texts", "<init>")).as("constructors").isEmpty();
  }

  @Test
  void inheritedMethodsWithoutOverriddenOnes() {
    assertThat(texts(types.methods("com.acme.Texts", "put")))
        .containsExactly(
            "com.acme.Texts#put(java.lang.String): void",
            "com.acme.Base#put(java.lang.Object): void",
            "com.acme.Base#put(int, int): int");
    assertThat(texts(types.methods("com.acme.Texts", "name")))
        .containsExactly("com.acme.Texts#name(): java.lang.String");
    assertThat(texts(types.methods("com.acme.Texts", "util")))
        .containsExactly("static com.acme.Base#util(): void");
  }

  @Test
  void methodNamesForSuggestions() {
    assertThat(types.methodNames("com.acme.Texts"))
        .containsExactly("put", "name", "util", "size")
        .doesNotContain("hashCode");
  }

  @Test
  void flagsOfASignature() {
    MethodSignature name = types.declared("com.acme.Named", "name").get(0);
    MethodSignature util = types.declared("com.acme.Base", "util").get(0);

    assertThat(name.isAbstract()).isTrue();
    assertThat(name.isStatic()).isFalse();
    assertThat(util.isStatic()).isTrue();
    assertThat(util.isNative()).isFalse();
    assertThat(util.owner()).isEqualTo("com.acme.Base");
    assertThat(util.returned()).isEqualTo("void");
    assertThat(name.returnedType()).hasToString("java.lang.String");
    assertThat(name.parameterTypes()).isEmpty();
  }

  @Test
  void subclassesOfEveryDepth() {
    assertThat(types.subclasses("com.acme.Named"))
        .containsExactly("com.acme.Base", "com.acme.Texts");
    assertThat(types.subclasses("com.acme.Texts")).isEmpty();
  }
}
