package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedVariable"})
class InstanceFieldsTest {
  static class Base {
    private static int count;
    private final int id = 1;
    transient String cache = "c";
  }

  static final class Derived extends Base {
    int id = 2;
    private final List<String> lines = new ArrayList<>();
  }

  final class Inner {
    int value;
  }

  static final class Number2 extends Number {
    final int value = 3;

    @Override
    public int intValue() {
      return value;
    }

    @Override
    public long longValue() {
      return value;
    }

    @Override
    public float floatValue() {
      return value;
    }

    @Override
    public double doubleValue() {
      return value;
    }
  }

  static final class Alarm extends Timer {
    int minutes;
  }

  @Test
  void fieldsOfTheHierarchySuperclassesFirst() throws Exception {
    List<Field> fields = InstanceFields.opened(Derived.class);

    assertThat(fields)
        .extracting(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
        .containsExactly("Base.id", "Base.cache", "Derived.id", "Derived.lines");
    assertThat(fields.get(0).get(new Derived())).isEqualTo(1);
    assertThatThrownBy(() -> fields.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void fieldsBelowAKnownSuperclass() throws Exception {
    assertThat(InstanceFields.opened(Derived.class, Base.class))
        .extracting(Field::getName)
        .containsExactly("id", "lines");
    assertThat(InstanceFields.opened(Derived.class, Derived.class)).isEmpty();
  }

  @Test
  void syntheticFieldsAreIncluded() throws Exception {
    assertThat(InstanceFields.opened(Inner.class)).extracting(Field::getName).contains("value");
  }

  @Test
  void statelessSuperclassOfTheJdkIsSkipped() throws Exception {
    assertThat(InstanceFields.opened(Number2.class))
        .extracting(Field::getName)
        .containsExactly("value");
    assertThat(InstanceFields.opened(Object.class)).isEmpty();
  }

  @Test
  void superclassOfTheJdkWithStateIsReported() {
    if (!JdkFields.isOpen(Timer.class)) {
      assertThatThrownBy(() -> InstanceFields.opened(Alarm.class))
          .isInstanceOf(Uncapturable.class)
          .hasMessage(
              Alarm.class.getName() + " extends java.util.Timer, whose state cannot be read");
    }
    assertThatThrownBy(() -> InstanceFields.opened(ThreadSubclass.class))
        .hasMessage(
            ThreadSubclass.class.getName()
                + " extends java.lang.Thread, whose state cannot be read");
  }

  static final class ThreadSubclass extends Thread {
    int number;
  }

  @Test
  void throwableHidesFields() {
    assertThat(InstanceFields.isReadable(Throwable.class)).isFalse();
    assertThat(InstanceFields.isReadable(Thread.class)).isFalse();
  }

  @Test
  void jdkFieldThatDoesNotExistIsNull() {
    assertThat(JdkFields.of(String.class, "noSuchField")).isNull();
    assertThat(JdkFields.inner(java.util.HashMap.class, "NoSuchClass")).isNull();
    assertThat(JdkFields.inner(java.util.HashMap.class, "Node"))
        .hasToString("class java.util.HashMap$Node");
  }
}
