package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about classes: their origin, their supertypes and the lists of type names. */
class ClassFactsTest {
  interface Root {}

  interface Left extends Root {}

  interface Right extends Root, Serializable {}

  static class Base implements Right {}

  static class Derived extends Base implements Left {}

  @Test
  void typeNamesAreClosestFirst() {
    assertThat(Origin.typeNames(Derived.class))
        .containsExactly(
            Derived.class.getName(),
            Base.class.getName(),
            Left.class.getName(),
            Root.class.getName(),
            Right.class.getName(),
            "java.io.Serializable",
            "java.lang.Object");
    assertThat(Origin.typeNames(Left.class))
        .containsExactly(Left.class.getName(), Root.class.getName(), "java.lang.Object");
    assertThat(Origin.typeNames(Object.class)).containsExactly("java.lang.Object");
  }

  @Test
  void namesAreThoseOfAllSupertypes() {
    assertThat(Origin.names(Derived.class))
        .containsExactlyInAnyOrderElementsOf(Origin.typeNames(Derived.class));
    assertThat(Origin.names(int.class)).containsExactly("int");
  }

  @Test
  void classOfTheJdk() {
    assertThat(Origin.isJdk(String.class)).isTrue();
    assertThat(Origin.isJdk(int[].class)).isTrue();
    assertThat(Origin.isJdk(java.sql.Date.class)).isTrue();
    assertThat(Origin.isJdk(Derived.class)).isFalse();
    assertThat(Origin.isJdk(Derived[].class)).isFalse();
  }

  @Test
  void statelessClassOfTheJdk() {
    assertThat(Origin.isStateless(Object.class)).isTrue();
    assertThat(Origin.isStateless(AbstractCollection.class)).isTrue();
    assertThat(Origin.isStateless(ArrayList.class)).isFalse();
  }

  @Test
  void supertypeByName() {
    assertThat(Supertypes.named(Derived.class, Root.class.getName())).isSameAs(Root.class);
    assertThat(Supertypes.named(Derived.class, Base.class.getName())).isSameAs(Base.class);
    assertThat(Supertypes.named(Derived.class, Derived.class.getName())).isSameAs(Derived.class);
    assertThat(Supertypes.named(Base.class, Left.class.getName())).isNull();
    assertThat(Supertypes.named(Left.class, Root.class.getName())).isSameAs(Root.class);
  }

  @Test
  void classIsCloserThanInterface() {
    assertThat(
            Supertypes.closest(
                Derived.class,
                new HashSet<>(
                    Arrays.asList(Left.class.getName(), Object.class.getName(), "x.Unknown"))))
        .isSameAs(Object.class);
    assertThat(
            Supertypes.closest(
                Derived.class,
                new HashSet<>(Arrays.asList(Root.class.getName(), Right.class.getName()))))
        .isSameAs(Right.class);
    assertThat(Supertypes.closest(Derived.class, Collections.emptySet())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "com.acme.A",
        "com.acme.A$B",
        "int",
        "[I",
        "[[B",
        "[Ljava.lang.String;",
        "_x.$y",
        "ä.Ö"
      })
  void textThatMayBeATypeName(String text) {
    assertThat(TypeNames.isTypeName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "a.", ".a", "a..b", "1a", "a/b", "a b", "a[]", "[", "[Q", "[L;", "[La", "I]", "a-b"
      })
  void textThatIsNoTypeName(String text) {
    assertThat(TypeNames.isTypeName(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Order,      Order",
    "com.acme.Order$Line, Line",
    "Order,               Order",
    "com.acme.O$1,        1",
    "a$b.C,               C",
  })
  void simpleName(String name, String simple) {
    assertThat(TypeNames.simple(name)).isEqualTo(simple);
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, java.lang.Boolean",
    "byte,    java.lang.Byte",
    "char,    java.lang.Character",
    "double,  java.lang.Double",
    "float,   java.lang.Float",
    "int,     java.lang.Integer",
    "long,    java.lang.Long",
    "short,   java.lang.Short",
    "void,",
    "java.lang.Integer,",
  })
  void wrapperOfPrimitive(String name, @Nullable String wrapper) throws ClassNotFoundException {
    assertThat(TypeNames.wrapper(name)).isEqualTo(wrapper);
    if (wrapper != null) {
      assertThat(Class.forName(wrapper).getName()).isEqualTo(wrapper);
    }
  }

  static Stream<Object[]> nonValues() {
    return Stream.of(
        new Object[] {ByteArrayInputStream.class, "can be read only once"},
        new Object[] {FileInputStream.class, "can be read only once"},
        new Object[] {Stream.of(1).getClass(), "can be read only once"},
        new Object[] {
          CompletableFuture.class, "completes later, and is followed only where a method returns it"
        },
        new Object[] {FutureTask.class, "completes later, and is no CompletionStage"},
        new Object[] {
          java.util.concurrent.ForkJoinPool.class, "belongs to threads, not to a value"
        },
        new Object[] {ScheduledThreadPoolExecutor.class, "belongs to threads, not to a value"},
        new Object[] {ReentrantLock.class, "belongs to threads, not to a value"},
        new Object[] {java.util.Random.class, "is a resource, not a value"},
        new Object[] {java.io.StringWriter.class, "is a resource, not a value"},
        new Object[] {java.net.Socket.class, "is a resource, not a value"});
  }

  @ParameterizedTest
  @MethodSource("nonValues")
  void objectThatIsNoValue(Class<?> type, String reason) {
    assertThat(NonValueType.reason(type, Origin.names(type)))
        .isEqualTo(type.getName() + " " + reason);
  }

  @Test
  void valueHasNoReason() {
    assertThat(NonValueType.reason(String.class, Origin.names(String.class))).isNull();
    assertThat(NonValueType.reason(Derived.class, Origin.names(Derived.class))).isNull();
  }

  /** Is both a Future and an Iterator; the reason is that of the first name in the alphabet. */
  @Test
  void classOfTwoSortsAlwaysHasTheSameReason() {
    assertThat(
            NonValueType.reason(
                Derived.class,
                new HashSet<>(Arrays.asList("java.util.concurrent.Future", "java.util.Iterator"))))
        .isEqualTo(Derived.class.getName() + " can be read only once");
  }

  @Test
  void sortOfAnExactName() {
    assertThat(NonValueType.named("java.util.Iterator")).isEqualTo(NonValueType.ONCE);
    assertThat(NonValueType.named("java.util.ListIterator")).isNull();
    for (NonValueType sort : NonValueType.values()) {
      for (String name : sort.types()) {
        assertThat(NonValueType.named(name)).as(name).isEqualTo(sort);
        assertThat(TypeNames.isTypeName(name)).as(name).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ReentrantLock.class, ReentrantReadWriteLock.class, Logger.class})
  void lockOrLoggerIsNoState(Class<?> type) {
    assertThat(NonStateTypes.is(type)).isTrue();
    assertThat(NonStateTypes.areAmong(Origin.names(type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {String.class, int.class, Logger[].class, Object.class})
  void anyOtherTypeIsState(Class<?> type) {
    assertThat(NonStateTypes.is(type)).isFalse();
  }
}
