package io.understudy.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.config.MethodRef;
import io.understudy.rig.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named methods and the methods that override them, by compiled class files alone. */
class OverridingMethodsTest {
  private static final String[] SOURCES = {
    "package a; public interface Repository<T> { T save(T one); default T copy(T one) { return one; } }",
    "package a; public interface Orders extends Repository<Order> { int count(); int count(String s); }",
    "package a; public class Order {}",
    "package a; public abstract class Base implements Orders {"
        + " public Order save(Order one) { return one; } int local() { return 0; }"
        + " public static int fixed() { return 1; } private int secret() { return 2; } }",
    "package a; public class Dao extends Base {"
        + " public int count() { return 0; } public int count(String s) { return 1; }"
        + " int local() { return 3; } public static int fixed() { return 4; } }",
    "package a; public abstract class Foreign implements Orders { public native int count(); }",
    "package a; public class Common { public int count() { return 9; } }",
    "package a; public abstract class Late extends Common implements Orders {}",
    "package b; public class Elsewhere extends a.Dao { int local() { return 5; } }"
  };

  @TempDir Path directory;

  private Path classes;

  @BeforeEach
  void compile() {
    classes = Sources.compile(directory, SOURCES);
  }

  private byte @Nullable [] find(String internalName) {
    try {
      Path file = classes.resolve(internalName + ".class");
      return Files.exists(file) ? Files.readAllBytes(file) : null;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private NamedMethod named(String method) throws MethodNotFoundException {
    return NamedMethod.find(MethodRef.parse(method), new Hierarchy(false), this::find);
  }

  private OverridingMethods overriding(String method) throws MethodNotFoundException {
    return new OverridingMethods(named(method), new Hierarchy(false), this::find);
  }

  private ClassFile type(String name) throws ClassFileException {
    return ClassFile.of(Objects.requireNonNull(find(name.replace('.', '/'))));
  }

  private String refusal(String method) {
    return catchThrowableOfType(() -> named(method), MethodNotFoundException.class).reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.Base#save | a.Base | save(a.Order)",
        "a.Dao#save | a.Base | save(a.Order)",
        "a.Orders#copy | a.Repository | copy(java.lang.Object)",
        "a.Orders#save(a.Order) | a.Repository | save(java.lang.Object)",
        "a.Dao#count(String) | a.Dao | count(java.lang.String)",
        "b.Elsewhere#count() | a.Dao | count()"
      })
  void namedMethodIsFoundWhereItIsDeclared(String method, String owner, String member)
      throws MethodNotFoundException {
    assertThat(named(method).member().owner()).isEqualTo(owner);
    assertThat(named(method).member()).hasToString(member);
    assertThat(named(method).isDeclared()).isEqualTo(method.startsWith(owner + "#"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.Dao#count | a.Dao#count is overloaded: add the parameter types of one of count(), count(java.lang.String)",
        "a.Dao#count(int) | a.Dao#count(int) is not there; the class has count(), count(java.lang.String), count(), count(java.lang.String)",
        "a.Dao#cuont | a.Dao has no method cuont; did you mean \"count\"?",
        "a.Missing#go | the class file of a.Missing is not found"
      })
  void missingMethodHasAReason(String method, String reason) {
    assertThat(refusal(method).replaceAll("the class has .*", "the class has"))
        .isEqualTo(reason.replaceAll("the class has .*", "the class has"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.Orders#count() | a.Dao | [count()]",
        "a.Orders#count(String) | a.Dao | [count(java.lang.String)]",
        "a.Repository#save | a.Base | [save(a.Order)]",
        "a.Repository#save | a.Dao | []",
        "a.Repository#copy | a.Repository | [copy(java.lang.Object)]",
        "a.Base#local | a.Dao | [local()]",
        "a.Base#local | b.Elsewhere | []",
        "a.Base#fixed | a.Dao | []",
        "a.Base#secret | a.Dao | []",
        "a.Orders#count() | a.Foreign | []"
      })
  void overridingMethodsWithBodies(String method, String type, String expected) throws Exception {
    assertThat(overriding(method).in(type(type)).toString()).isEqualTo(expected);
  }

  @Test
  void nativeMethodsThatOverride() throws Exception {
    assertThat(overriding("a.Orders#count()").natives(type("a.Foreign")).toString())
        .isEqualTo("[count()]");
    assertThat(overriding("a.Orders#count(String)").natives(type("a.Foreign"))).isEmpty();
  }

  @Test
  void bodyInheritedFromOutsideTheHierarchy() throws Exception {
    assertThat(overriding("a.Orders#count()").inherited(type("a.Late")))
        .hasToString("count()")
        .satisfies(member -> assertThat(member.owner()).isEqualTo("a.Common"));
    assertThat(overriding("a.Orders#count(String)").inherited(type("a.Late"))).isNull();
    assertThat(overriding("a.Orders#count()").inherited(type("a.Orders"))).isNull();
    assertThat(overriding("a.Base#fixed").inherited(type("a.Dao"))).isNull();
  }

  @Test
  void hierarchyFollowsSupertypesNearerOnesFirst() {
    assertThat(new Hierarchy(false).above("b/Elsewhere", this::find))
        .containsExactly("a/Dao", "a/Base", "java/lang/Object", "a/Orders", "a/Repository");
  }

  @Test
  void hierarchyFollowsJdkSupertypesOnlyIfNeeded() {
    ClassFiles jdk =
        name -> {
          try (java.io.InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : io.understudy.agent.weave.ClassBytes.of(in);
          } catch (IOException unreadable) {
            return null;
          }
        };
    assertThat(new Hierarchy(false).above("java/util/ArrayList", jdk)).isEmpty();
    assertThat(new Hierarchy(true).above("java/util/ArrayList", jdk))
        .contains("java/util/AbstractList", "java/util/Collection", "java/lang/Iterable");
  }

  @Test
  void damagedClassFileCountsAsMissing() {
    Hierarchy hierarchy = new Hierarchy(false);
    assertThat(hierarchy.above("a/Damaged", name -> new byte[] {1, 2})).isEmpty();
    assertThat(hierarchy.isMissing("a/Damaged")).isTrue();
    assertThat(hierarchy.isMissing("a/Dao")).isFalse();
  }

  @Test
  void loadedInterfaceHasObjectAsSupertype() {
    Hierarchy hierarchy = new Hierarchy(false);
    hierarchy.add(java.util.concurrent.RunnableFuture.class);
    assertThat(
            hierarchy.supertypes("java/util/concurrent/RunnableFuture", name -> null).stream()
                .collect(Collectors.toList()))
        .containsExactly("java/lang/Object", "java/lang/Runnable", "java/util/concurrent/Future");
  }
}
