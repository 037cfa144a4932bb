package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.Hierarchy;
import io.understudy.agent.config.MethodRef;
import io.understudy.plays.Plays;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlMethodsTest {
  private static final String PLAYS = Plays.class.getName() + "$";

  @Test
  void onlyMethodOfTheName() throws Exception {
    assertThat(find(Plays.Sorts.class, "many")).isEqualTo("(BCSZF[I[Ljava/lang/String;)I");
  }

  @Test
  void parameterTypesAsInSource() throws Exception {
    String[] types = {"byte", "char", "short", "boolean", "float", "int[]", "java.lang.String[]"};
    assertThat(find(Plays.Sorts.class, "many", types)).isEqualTo("(BCSZF[I[Ljava/lang/String;)I");
  }

  @Test
  void nestedParameterTypeWithDotOrDollar() throws Exception {
    assertThat(find(Plays.Overloaded.class, "of", PLAYS + "Sorts$Nested"))
        .isEqualTo(find(Plays.Overloaded.class, "of", (PLAYS + "Sorts.Nested").replace('$', '.')));
  }

  @Test
  void overloadedMethodWithoutTypesListsThemAll() {
    refuses(
        Plays.Overloaded.class,
        "of",
        PLAYS
            + "Overloaded#of is overloaded: add the parameter types of one of of(int), of("
            + PLAYS
            + "Sorts$Nested), of(java.lang.Integer)",
        (String[]) null);
  }

  @Test
  void wrongTypesListTheDeclaredMethods() {
    refuses(
        Plays.Sorts.class,
        "sum",
        PLAYS + "Sorts#sum(int, int) is not there; the class declares sum(int, long)",
        "int",
        "int");
  }

  @Test
  void missingMethod() {
    refuses(
        Plays.Sorts.class, "absent", PLAYS + "Sorts declares no method absent", (String[]) null);
  }

  @Test
  void inheritedMethodNamesItsOwner() {
    refuses(
        Plays.UsesBase.class,
        "name",
        PLAYS + "UsesBase declares no method name; it inherits it: write " + PLAYS + "Base#name",
        (String[]) null);
  }

  @Test
  void abstractMethod() {
    refuses(
        Plays.Bodiless.class,
        "missing",
        PLAYS
            + "Bodiless#missing is abstract: name a class that implements it, or give packages: in which all that implement it are woven",
        (String[]) null);
  }

  @Test
  void nativeMethod() {
    refuses(
        Plays.Bodiless.class,
        "foreign",
        PLAYS + "Bodiless#foreign is native: name the Java method that calls it",
        (String[]) null);
  }

  @Test
  void bridgeMethodIsIgnored() throws Exception {
    assertThat(find(Plays.Decorator.class, "get")).isEqualTo("()Ljava/lang/String;");
  }

  private static void refuses(
      Class<?> type, String method, String message, String @Nullable ... types) {
    assertThatThrownBy(() -> find(type, method, types)).hasMessage(message);
  }

  private static String find(Class<?> type, String method) throws Exception {
    return find(type, method, (String[]) null);
  }

  private static String find(Class<?> type, String method, String @Nullable ... types)
      throws Exception {
    MethodRef ref =
        new MethodRef(type.getName(), method, types == null ? null : Arrays.asList(types));
    byte[] bytes = ClassBytes.of(type.getName());
    LoaderFiles files =
        new LoaderFiles(type.getClassLoader(), type.getName().replace('.', '/'), bytes);
    return new ControlMethods(new Hierarchy(false), files)
        .findWithBody(ClassFile.of(bytes), ref)
        .descriptor();
  }
}
