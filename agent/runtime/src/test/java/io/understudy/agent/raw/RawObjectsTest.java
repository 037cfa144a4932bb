package io.understudy.agent.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the JVM's internal means do, on every version. */
class RawObjectsTest {
  static final class Guarded {
    static int made;
    final String name;
    final int number;

    Guarded() {
      made++;
      name = "made".trim();
      number = 7;
    }
  }

  static final class Constants {
    static boolean initialized = Late.note();
    static final Object ONE = new Object();
  }

  static final class Late {
    static boolean read;
    static final Object VALUE = new StringBuilder("value");

    static {
      note();
    }

    static boolean note() {
      read = true;
      return true;
    }
  }

  static final class Untouched {
    static final Object VALUE = fail();

    static Object fail() {
      throw new IllegalStateException("initialised");
    }
  }

  @Test
  void noConstructorRuns() throws Exception {
    new Guarded();
    int before = Guarded.made;
    assertThat(RawObjects.isAvailable()).isTrue();
    Guarded made = (Guarded) RawObjects.make(Guarded.class);
    assertThat(Guarded.made).isEqualTo(before);
    assertThat(made.name).isNull();
    assertThat(made.number).isZero();
  }

  @Test
  void finalFieldsAreWritten() throws Throwable {
    new Guarded();
    Guarded made = (Guarded) RawObjects.make(Guarded.class);
    RawObjects.setter(Guarded.class.getDeclaredField("name")).invoke(made, "x");
    RawObjects.setter(Guarded.class.getDeclaredField("number")).invoke(made, 5);
    assertThat(read(made, "name")).isEqualTo("x");
    assertThat(read(made, "number")).isEqualTo(5);
  }

  private static Object read(Object of, String name) throws Exception {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return Objects.requireNonNull(field.get(of));
  }

  @Test
  void staticFieldsAreReadWithoutInitialisation() throws Exception {
    StaticReference untouched =
        Objects.requireNonNull(StaticReference.of(Untouched.class.getDeclaredField("VALUE")));
    assertThat(untouched.get()).isNull();
    assertThat(RawObjects.isInitialized(Untouched.class)).isFalse();
    StaticReference late =
        Objects.requireNonNull(StaticReference.of(Late.class.getDeclaredField("VALUE")));
    assertThat(late.get()).isNull();
    assertThat(Constants.initialized).isTrue();
    assertThat(late.get()).isSameAs(Late.VALUE);
    assertThat(RawObjects.isInitialized(Late.class)).isTrue();
  }

  @Test
  void fieldsThatCodeMentionsAreFound() {
    List<String> owners =
        FieldMentions.of(RawObjectsTest.class).stream()
            .map(FieldMention::owner)
            .collect(Collectors.toList());
    assertThat(owners).contains(Late.class.getName());
    assertThat(FieldMentions.of(RawObjectsTest.class))
        .anyMatch(
            mention ->
                mention.owner().equals(Late.class.getName())
                    && mention.descriptor().equals("Ljava/lang/Object;"));
    assertThat(FieldMentions.loaded(RawObjectsTest.class.getClassLoader(), Late.class.getName()))
        .isSameAs(Late.class);
    assertThat(FieldMentions.loaded(RawObjectsTest.class.getClassLoader(), "com.acme.Gone"))
        .isNull();
    assertThat(Arrays.asList(owners)).isNotEmpty();
  }
}
