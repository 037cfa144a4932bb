package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.compiled.RecordReader;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Unusual classes get readers of their own too, with which the agent freezes their objects. */
class FrequentFreezingTest {
  private static final AtomicInteger FINALIZED = new AtomicInteger();

  @TempDir Path directory;

  /** A class whose objects are counted when they are collected. */
  static final class Closing {
    final String text = "open";

    @Override
    @SuppressWarnings("Finalize") // Such classes are still in use.
    protected void finalize() {
      FINALIZED.incrementAndGet();
    }
  }

  private static Object make(Class<?> type, Object... values) throws Exception {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Frozen freeze(Object live) throws Exception {
    return (Frozen) Objects.requireNonNull(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
  }

  /** Freezes until the class has a reader of its own, and once more. */
  private static Frozen often(Object live, Class<?> frequent) throws Exception {
    for (int i = 0; i < 1_200; i++) {
      freeze(live);
    }
    Freezer.compile(Copier::empty);
    Field reader = StandardShapes.ofInstances(frequent).getClass().getDeclaredField("reader");
    reader.setAccessible(true);
    RecordReader own = (RecordReader) reader.get(StandardShapes.ofInstances(frequent));
    assertThat(own.getClass().getSimpleName()).isEqualTo("ConstantReader");
    return freeze(live);
  }

  private static @Nullable Object part(@Nullable Object frozen, int i) {
    return ((Frozen) Objects.requireNonNull(frozen)).part(i);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_17)
  void rowOfRecords() throws Exception {
    Path classes =
        Sources.compile(
            directory, 17, "", "package com.acme; record Row(String text, int n, Long id) {}");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass("com.acme.Row");
      List<Object> rows = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        rows.add(make(type, "text" + i, -i, 1L << i));
      }
      rows.add(rows.get(7));
      Frozen frozen = often(rows, type);
      assertThat(frozen.size()).isEqualTo(41);
      for (int i = 0; i < 40; i++) {
        assertThat(part(frozen.part(i), 0)).isEqualTo("text" + i);
        assertThat(part(frozen.part(i), 1)).isEqualTo(-i);
        assertThat(part(frozen.part(i), 2)).isEqualTo(1L << i);
      }
      assertThat(frozen.part(40)).isSameAs(frozen.part(7));
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_17)
  void hiddenRecord() throws Exception {
    Path classes =
        Sources.compile(
            directory,
            17,
            "",
            "package io.understudy.agent.snapshot;"
                + " record Hidden(java.util.Date day, int n, String text) {"
                + " public String toString() { return text; } public int hashCode() { return n; }"
                + " public boolean equals(Object other) { return other == this; } }");
    byte[] code = Files.readAllBytes(classes.resolve("io/understudy/agent/snapshot/Hidden.class"));
    Class<?> type = HiddenClasses.define(code);
    Frozen frozen = often(make(type, new Date(5), 2, "three"), type);
    assertThat(frozen.part(0)).isEqualTo(new Date(5));
    assertThat(frozen.part(1)).isEqualTo(2);
    assertThat(frozen.part(2)).isEqualTo("three");
  }

  @Test
  void emptyObjectOfTheTrialRunIsNotFinalized() throws Exception {
    Closing live = new Closing();
    assertThat(often(live, Closing.class).part(0)).isEqualTo("open");
    for (int i = 0; i < 3; i++) {
      System.gc();
      System.runFinalization();
    }
    assertThat(FINALIZED).hasValue(0);
    assertThat(live.text).isEqualTo("open");
  }
}
