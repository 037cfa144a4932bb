package io.understudy.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.weave.ClassBytes;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parameter types as the named type sees them through its type arguments. */
class NamedMethodTest {
  interface Store<K, V> {
    V put(K key, V value);

    V all(K[] keys);
  }

  interface Texts<V> extends Store<String, V> {}

  interface Counts extends Texts<Integer> {}

  interface Raw extends Store<Object, Object> {
    Object put(Object key, Integer value);
  }

  abstract static class Bounded<T extends Number> implements Function<T, String> {}

  abstract static class Ints extends Bounded<Integer> {}

  private static byte @Nullable [] find(String internalName) {
    String name = internalName.replace('/', '.');
    if (name.startsWith("java.")) {
      return ClassBytes.of(
          Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(internalName + ".class")));
    }
    return name.contains("Missing") ? null : ClassBytes.of(name);
  }

  private static NamedMethod named(Class<?> type, String method) throws MethodNotFoundException {
    return NamedMethod.find(
        MethodRef.parse(type.getName() + "#" + method), new Hierarchy(true), NamedMethodTest::find);
  }

  @Test
  void typeArgumentsAreResolvedOverSeveralLevels() throws MethodNotFoundException {
    NamedMethod named = named(Counts.class, "put(String, Integer)");
    assertThat(named.member().owner()).isEqualTo(Store.class.getName());
    assertThat(named.member().descriptor())
        .isEqualTo("(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    assertThat(named.isDeclared()).isFalse();
    assertThat(named.type()).isEqualTo(Counts.class.getName().replace('.', '/'));
  }

  @Test
  void openTypeArgumentsAreTheirBounds() throws MethodNotFoundException {
    assertThat(named(Texts.class, "put(String, Object)").member())
        .hasToString("put(java.lang.Object, java.lang.Object)");
    assertThat(named(Ints.class, "apply(Integer)").member().owner())
        .isEqualTo("java.util.function.Function");
    assertThat(named(Bounded.class, "apply(Number)").member().owner())
        .isEqualTo("java.util.function.Function");
  }

  @Test
  void arraysOfTypeArguments() throws MethodNotFoundException {
    assertThat(named(Counts.class, "all(String[])").member())
        .hasToString("all(java.lang.Object[])");
  }

  @Test
  void erasedTypesAreFoundToo() throws MethodNotFoundException {
    assertThat(named(Counts.class, "put(Object, Object)").member().owner())
        .isEqualTo(Store.class.getName());
  }

  @Test
  void declaredOverloadComesBeforeAnInheritedMethod() throws MethodNotFoundException {
    assertThat(named(Raw.class, "put(Object, Integer)").isDeclared()).isTrue();
    assertThat(named(Raw.class, "put(Object, Object)").isDeclared()).isFalse();
  }

  @Test
  void otherTypesAreNotFound() {
    MethodNotFoundException refused =
        catchThrowableOfType(
            () -> named(Counts.class, "put(String, Long)"), MethodNotFoundException.class);
    assertThat(refused.reason())
        .isEqualTo(
            Counts.class.getName()
                + "#put(java.lang.String, java.lang.Long) is not there; the class has"
                + " put(java.lang.Object, java.lang.Object)");
  }

  @Test
  void missingTypeIsReported() {
    assertThat(
            catchThrowableOfType(
                    () ->
                        NamedMethod.find(
                            MethodRef.parse("com.acme.Missing#go"),
                            new Hierarchy(false),
                            NamedMethodTest::find),
                    MethodNotFoundException.class)
                .reason())
        .isEqualTo("the class file of com.acme.Missing is not found");
  }
}
