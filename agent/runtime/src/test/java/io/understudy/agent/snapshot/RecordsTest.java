package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Records are copied by their fields. They are compiled here, since these tests are Java 8. */
@EnabledForJreRange(min = JRE.JAVA_17)
class RecordsTest {
  private static final String COUNTING =
      "package com.acme; public record Counted(Object part, int n) { public static int made;"
          + " public Counted { made++; n++; } }";

  @TempDir Path directory;

  private Class<?> type(String source, String name) throws Exception {
    Path classes = Sources.compile(directory, 17, "", source);
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())
        .loadClass(name);
  }

  private static Object make(Class<?> type, Object... values) throws Exception {
    Constructor<?> canonical = type.getDeclaredConstructors()[0];
    canonical.setAccessible(true);
    return canonical.newInstance(values);
  }

  private static Object part(Object of, String name) throws Exception {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return Objects.requireNonNull(field.get(of));
  }

  @Test
  void constructorDoesNotRunInAnyPosition() throws Exception {
    Class<?> type = type(COUNTING, "com.acme.Counted");
    Object live = make(type, new Date(1), 1);
    Object array = Array.newInstance(type, 1);
    Array.set(array, 0, live);
    for (Object holder :
        Arrays.asList(
            live,
            array,
            Collections.singletonList(live),
            new HashSet<>(Collections.singleton(live)),
            new HashMap<>(Collections.singletonMap(live, live)),
            make(type, live, 7))) {
      type.getField("made").set(null, 0);
      assertThat(Copies.of(holder)).isNotSameAs(holder);
      assertThat(Copies.hasty(holder)).isNotSameAs(holder);
      assertThat(type.getField("made").getInt(null)).isZero();
    }
    Object copy = Copies.of(live);
    assertThat(copy).isEqualTo(live).isNotSameAs(live);
    assertThat(part(copy, "part")).isNotSameAs(part(live, "part"));
  }

  @Test
  void recordAsAKeyIsFoundInTheCopy() throws Exception {
    Class<?> type = type(COUNTING, "com.acme.Counted");
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      map.put(make(type, new Date(i), i), i);
    }
    Map<Object, Object> copy = Copies.of(map);
    for (int i = 0; i < 100; i++) {
      assertThat(copy).containsEntry(make(type, new Date(i), i), i);
    }
  }

  @Test
  void recordsThatLeadToThemselvesAreCopied() throws Exception {
    Class<?> type =
        type(
            "package com.acme; public record Ring(Object[] next, java.util.Date day) {}",
            "com.acme.Ring");
    Object[] next = {null, "x"};
    Object live = make(type, next, new Date(1));
    next[0] = live;
    for (Object copy : Arrays.asList(Copies.of(live), Copies.hasty(live))) {
      assertThat(copy).isNotSameAs(live);
      assertThat(((Object[]) part(copy, "next"))[0]).isSameAs(copy);
    }
  }

  @Test
  void genericAndDeepRecordsAreCopied() throws Exception {
    Class<?> type =
        type(
            "package com.acme; public record Link<T extends Comparable<T>>(T name, Object next) {}",
            "com.acme.Link");
    Object live = make(type, "end", new Date(5));
    for (int i = 0; i < 5_000; i++) {
      live = make(type, "link" + i, live);
    }
    Object at = Copies.of(live);
    for (int i = 0; i < 5_000; i++) {
      at = part(at, "next");
    }
    assertThat(part(at, "next")).isEqualTo(new Date(5));
  }

  /** Reflection refuses to set the final fields of a hidden class, record or not. */
  @Test
  void hiddenClassesAreCopied() throws Exception {
    for (String source :
        Arrays.asList(
            "package io.understudy.agent.snapshot;"
                + " record Hidden(java.util.Date day, int n, long l, String text) {"
                + " public String toString() { return text; } public int hashCode() { return n; }"
                + " public boolean equals(Object other) { return other == this; } }",
            "package io.understudy.agent.snapshot; final class Hidden { final java.util.Date day;"
                + " final int n; final long l; final String text; Hidden(java.util.Date d, int n,"
                + " long l, String t) { day = d; this.n = n; this.l = l; text = t; } }")) {
      Path classes = Sources.compile(directory, 17, "", source);
      byte[] code =
          Files.readAllBytes(classes.resolve("io/understudy/agent/snapshot/Hidden.class"));
      Object live = make(HiddenClasses.define(code), new Date(1), 2, 3L, "four");
      for (Object copy : Arrays.asList(Copies.of(live), Copies.hasty(live))) {
        assertThat(copy).isNotSameAs(live);
        assertThat(part(copy, "day")).isEqualTo(new Date(1)).isNotSameAs(part(live, "day"));
        assertThat(part(copy, "n")).isEqualTo(2);
        assertThat(part(copy, "l")).isEqualTo(3L);
        assertThat(part(copy, "text")).isEqualTo("four");
      }
    }
  }

  @Test
  void everyTypeOfFieldIsWritten() throws Exception {
    Class<?> type =
        type(
            "package com.acme; public record Wide(boolean a, byte b, short c, char d, int e, long"
                + " f, float g, double h, int[] i, java.util.List<String> j) {}",
            "com.acme.Wide");
    int[] numbers = {1, 2};
    List<String> texts = Arrays.asList("x", "y");
    Object live =
        make(
            type,
            true,
            (byte) -1,
            (short) -2,
            '\uffff',
            5,
            Long.MIN_VALUE,
            -0.0f,
            Double.NaN,
            numbers,
            texts);
    Object copy = Copies.of(live);
    assertThat(copy).isNotSameAs(live);
    assertThat((int[]) part(copy, "i")).isNotSameAs(numbers).containsExactly(1, 2);
    for (String name : "abcdefghj".split("")) {
      assertThat(part(copy, name)).as(name).isEqualTo(part(live, name));
    }
  }
}
