package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.rig.Sources;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beans with unusual fields, constructors and superclasses; none of their own code runs. */
@SuppressWarnings({"unused", "UnusedVariable"})
class OddBeanTest {
  @TempDir Path directory;

  static class Throwing {
    static boolean armed;
    final String name;

    Throwing(String name) {
      if (armed) {
        throw new AssertionError("a constructor of the application");
      }
      this.name = name;
    }

    {
      if (armed) {
        throw new AssertionError("an initialiser of the application");
      }
    }
  }

  static class Cloned implements Cloneable {
    Date date = new Date(1);

    @Override
    public Object clone() {
      throw new AssertionError("a method of the application");
    }
  }

  static class Empty {}

  static class Top {
    String name = "top";
    Object part = new Date(1);
  }

  static class Shadow extends Top {
    String name = "shadow";
    Object part = new Date(2);
  }

  static class Wide {
    boolean a = true;
    byte b = -1;
    short c = -2;
    char d = '\uffff';
    int e = Integer.MIN_VALUE;
    long f = Long.MIN_VALUE;
    float g = Float.NaN;
    double h = -0.0;
    Boolean i = Boolean.TRUE;
    Integer j = 1_000;
    @Nullable String k;
    Thread.State l = Thread.State.NEW;
  }

  static class Volatile {
    volatile Object value = new Date(1);
    transient Object cache = new ArrayList<>(Arrays.asList("a"));
    static Object shared = new Date(3);
  }

  static final class Pairs extends AbstractMap<String, Object> {
    private final Set<Map.Entry<String, Object>> entries = new HashSet<>();

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      return entries;
    }
  }

  static final class Self {
    final Self self = this;
    final Object[] array = {this};
    final List<Object> list = new ArrayList<>(Collections.singleton(this));
  }

  @Test
  void noConstructorAndNoInitialiserRuns() throws Uncapturable {
    Throwing live = new Throwing("x");
    Throwing.armed = true;
    try {
      assertThat(Copies.of(live).name).isEqualTo("x");
      assertThat(Copies.hasty(live).name).isEqualTo("x");
    } finally {
      Throwing.armed = false;
    }
  }

  @Test
  void ownCloneMethodIsNotCalled() throws Uncapturable {
    Cloned live = new Cloned();
    assertThat(Copies.of(live).date).isEqualTo(live.date).isNotSameAs(live.date);
  }

  @Test
  void beanWithoutFieldsIsShared() throws Uncapturable {
    Empty live = new Empty();
    assertThat(Copies.of(live)).isSameAs(live);
    assertThat(Copies.of(new ArrayList<>(Arrays.asList(live)))).containsExactly(live);
  }

  @Test
  void hiddenFieldsOfSuperclassesAreCopied() throws Uncapturable {
    Shadow copy = Copies.twin(new Shadow());
    assertThat(copy.name).isEqualTo("shadow");
    assertThat(((Top) copy).name).isEqualTo("top");
    assertThat(((Top) copy).part).isEqualTo(new Date(1));
  }

  @Test
  void extremePrimitivesAreKept() throws Uncapturable {
    for (Wide copy : new Wide[] {Copies.of(new Wide()), Copies.hasty(new Wide())}) {
      assertThat(copy.b).isEqualTo((byte) -1);
      assertThat(copy.c).isEqualTo((short) -2);
      assertThat(copy.d).isEqualTo('\uffff');
      assertThat(copy.e).isEqualTo(Integer.MIN_VALUE);
      assertThat(copy.f).isEqualTo(Long.MIN_VALUE);
      assertThat(copy.g).isNaN();
      assertThat(Double.doubleToRawLongBits(copy.h)).isEqualTo(Long.MIN_VALUE);
      assertThat(copy.k).isNull();
      assertThat(copy.l).isSameAs(Thread.State.NEW);
    }
  }

  @Test
  void volatileAndTransientFieldsAreCopiedAndStaticOnesAreNot() throws Uncapturable {
    Object before = Volatile.shared;
    Volatile live = new Volatile();
    Volatile copy = Copies.of(live);
    assertThat(copy.value).isEqualTo(live.value).isNotSameAs(live.value);
    assertThat(copy.cache).isEqualTo(live.cache).isNotSameAs(live.cache);
    assertThat(Volatile.shared).isSameAs(before);
  }

  @Test
  void mapOfTheApplicationIsCopiedByItsFields() throws Uncapturable {
    Pairs live = new Pairs();
    live.entries.add(new AbstractMap.SimpleEntry<>("k", new Date(1)));
    Pairs copy = Copies.twin(live);
    copy.entries.clear();
    assertThat(live).containsOnlyKeys("k");
  }

  @Test
  void beanThatRefersToItself() throws Uncapturable {
    Self copy = Copies.twin(new Self());
    assertThat(copy.self).isSameAs(copy);
    assertThat(copy.array[0]).isSameAs(copy);
    assertThat(copy.list.get(0)).isSameAs(copy);
  }

  @Test
  void localClassIsCopiedWithItsVariables() throws Uncapturable {
    Date captured = new Date(1);
    class Local {
      Date get() {
        return captured;
      }
    }
    assertThat(Copies.of(new Local()).get()).isEqualTo(captured).isNotSameAs(captured);
  }

  @Test
  void nestedArraysOfBeansAreCopied() throws Uncapturable {
    Top[][] live = {{new Top(), null}, {}};
    Top[][] copy = Copies.twin(live);
    assertThat(Objects.requireNonNull(copy[0][0]).part).isEqualTo(new Date(1));
    assertThat(copy[0][1]).isNull();
    assertThat(copy[1]).isEmpty();
  }

  @Test
  void textsOfBeansAreMetered() {
    Top top = new Top();
    top.name = new String(new char[600]);
    assertThatThrownBy(
            () -> new Copier().copy(new Object[] {top}, new Meter(new Bounds(9, 1_000, 1 << 30))))
        .hasMessage("more than 1000 bytes");
  }

  @Test
  void nullArgumentsStayNull() throws Uncapturable {
    assertThat(
            new Copier().copy(new @Nullable Object[] {null, "a", null}, new Meter(Bounds.DEFAULT)))
        .containsExactly(null, "a", null);
    assertThat(new Copier().copy(new Object[0], new Meter(Bounds.DEFAULT))).isEmpty();
  }

  /** Records are compiled, since these tests are Java 8. */
  @Test
  void recordIsCopiedFieldByField() throws Exception {
    Object live = record("public record Line(String sku, java.util.Date day, int n) {}", 3);
    Object copy = Copies.of(live);
    assertThat(copy).isEqualTo(live).isNotSameAs(live);
    assertThat(part(copy, "day")).isNotSameAs(part(live, "day"));
  }

  @Test
  void recordOfImmutablePartsIsShared() throws Exception {
    Object live = record("public record Line(String sku, Object day, int n) {}", 3);
    assertThat(Copies.of(live)).isNotSameAs(live);
    Constructor<?> canonical =
        record("public record Item(String sku, java.math.BigDecimal price, int n) {}", "Item");
    Object immutable = canonical.newInstance("A7", new BigDecimal("2.5"), 1);
    assertThat(Copies.of(immutable)).isSameAs(immutable);
    Object subclass = canonical.newInstance("A7", new BigDecimal("2.5") {}, 1);
    assertThat(Copies.of(subclass)).isNotSameAs(subclass);
  }

  @Test
  void constructorOfARecordDoesNotRun() throws Exception {
    Object live =
        record(
            "public record Line(String sku, java.util.Date day, int n) { public static boolean"
                + " armed; public Line { n *= 100; if (armed) throw new IllegalStateException(); }"
                + " }",
            3);
    live.getClass().getField("armed").set(null, true);
    assertThat(part(Copies.of(live), "n")).isEqualTo(300);
    assertThat(part(Copies.hasty(live), "n")).isEqualTo(300);
  }

  @Test
  void recordInACycleIsCopied() throws Exception {
    Object live = record("public record Line(String sku, java.util.List<Object> day, int n) {}", 3);
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) part(live, "day");
    list.add(live);
    Object copy = Copies.of(live);
    assertThat(copy).isNotSameAs(live);
    assertThat(((List<?>) part(copy, "day")).get(0)).isSameAs(copy);
  }

  private Object record(String source, int number) throws Exception {
    Object second = source.contains("List<Object>") ? new ArrayList<>() : new Date(1);
    return record(source, "Line").newInstance("A7", second, number);
  }

  private Constructor<?> record(String source, String name) throws Exception {
    Path classes = Sources.compile(directory, 17, "", "package com.acme; " + source);
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    Constructor<?> canonical = loader.loadClass("com.acme." + name).getDeclaredConstructors()[0];
    canonical.setAccessible(true);
    return canonical;
  }

  private static Object part(Object record, String name) throws Exception {
    Field field = record.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(record);
  }
}
