package io.understudy.agent.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.call.Calls;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdPaths;
import io.understudy.rig.Sources;
import io.understudy.value.PathPattern;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids in records and in fields of unusual classes; 1 becomes 11, and 2 becomes "n2". */
class FieldTranslationTest {
  @TempDir Path directory;

  static final class Holder {
    @Nullable Object content;
    Optional<Long> optional = Optional.of(1L);
    long[] array = {1, 5};
    int small = 1;

    Holder(@Nullable Object content) {
      this.content = content;
    }
  }

  private static Id id(Object value) {
    return Objects.requireNonNull(Id.of(value));
  }

  private static @Nullable Object translate(Object argument, String path)
      throws TranslationException {
    Map<Id, Id> ids = new HashMap<>();
    ids.put(id(1), id(11));
    ids.put(id(2), id("n2"));
    IdPaths paths =
        IdPaths.of(Collections.singletonMap(PathPattern.parse("/arguments/0" + path), "order"));
    @Nullable Object[] arguments = {argument};
    new ArgumentTranslation(Collections.singletonMap("order", ids))
        .translate(
            arguments, new PointIds(Calls.point(Object.class, "a", Object.class, "b"), paths));
    return arguments[0];
  }

  private static String refusal(Object argument, String path) {
    return catchThrowableOfType(() -> translate(argument, path), TranslationException.class)
        .reason();
  }

  private Object record(String source, Object... values) throws Exception {
    Path classes = Sources.compile(directory, 17, "", "package com.acme; " + source);
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    Constructor<?> canonical = loader.loadClass("com.acme.Line").getDeclaredConstructors()[0];
    canonical.setAccessible(true);
    return canonical.newInstance(values);
  }

  private static Object part(Object object, String name) throws Exception {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }

  @Test
  void recordIsBuiltAgainWithTheOtherId() throws Exception {
    Object live = record("public record Line(long order, String sku) {}", 1L, "A7");
    Object other = Objects.requireNonNull(translate(live, "/order"));
    assertThat(other).isNotSameAs(live);
    assertThat(part(other, "order")).isEqualTo(11L);
    assertThat(part(other, "sku")).isEqualTo("A7");
    assertThat(part(live, "order")).isEqualTo(1L);
  }

  @Test
  void recordWithoutAnotherIdStaysTheSame() throws Exception {
    Object live = record("public record Line(long order, String sku) {}", 5L, "A7");
    assertThat(translate(live, "/order")).isSameAs(live);
  }

  @Test
  void recordInsideABeanIsReplaced() throws Exception {
    Object line = record("public record Line(long order, String sku) {}", 1L, "A7");
    Holder holder = new Holder(line);
    assertThat(translate(holder, "/content/order")).isSameAs(holder);
    assertThat(part(Objects.requireNonNull(holder.content), "order")).isEqualTo(11L);
  }

  @Test
  void recordSlotThatCannotHoldTheIdIsRefused() throws Exception {
    Object live = record("public record Line(long order, String sku) {}", 2L, "A7");
    assertThat(refusal(live, "/order"))
        .isEqualTo("the candidate has a java.lang.String as id, where the arguments hold a long");
  }

  @Test
  void constructorOfARecordDoesNotRun() throws Exception {
    Object live =
        record(
            "public record Line(long order) { public Line {"
                + " if (order > 10) throw new IllegalStateException(\"a value\"); } }",
            1L);
    assertThat(part(Objects.requireNonNull(translate(live, "/order")), "order")).isEqualTo(11L);
  }

  static final class Sealed {
    final long order;
    final Holder holder;

    Sealed(long order, Holder holder) {
      this.order = order;
      this.holder = holder;
    }
  }

  @Test
  void objectWithFinalFieldsMayBelongToTheApplicationAndIsReplaced() throws Exception {
    Holder holder = new Holder(null);
    Sealed live = new Sealed(1, holder);
    holder.content = live;
    Sealed other = (Sealed) Objects.requireNonNull(translate(live, "/order"));
    assertThat(live.order).isEqualTo(1);
    assertThat(other.order).isEqualTo(11);
    assertThat(other.holder).isSameAs(holder);
  }

  @Test
  void cycleLeadsBackToTheReplacement() throws Exception {
    Holder holder = new Holder(null);
    Sealed live = new Sealed(5, holder);
    holder.content = live;
    Sealed other = (Sealed) Objects.requireNonNull(translate(live, "/**/small"));
    assertThat(holder.small).isEqualTo(11);
    assertThat(other.order).isEqualTo(5);
    assertThat(other.holder.content).isSameAs(other);
  }

  @Test
  void optionalFieldIsReplaced() throws TranslationException {
    Holder holder = new Holder(null);
    translate(holder, "/optional");
    assertThat(holder.optional).contains(11L);
  }

  @Test
  void primitiveFieldsAndArraysAreChangedInPlace() throws TranslationException {
    Holder holder = new Holder(null);
    translate(holder, "/small");
    assertThat(holder.small).isEqualTo(11);
    translate(holder, "/array/*");
    assertThat(holder.array).containsExactly(11, 5);
  }

  @Test
  void nullOnThePathIsNoId() throws TranslationException {
    Holder holder = new Holder(null);
    assertThat(translate(holder, "/content")).isSameAs(holder);
    assertThat(holder.content).isNull();
  }

  @Test
  void mapKeysAreNotTranslated() throws TranslationException {
    Map<Object, Object> map = new HashMap<>();
    map.put("1", 1L);
    map.put("x", 1L);
    translate(new Holder(map), "/content/1");
    assertThat(map).containsEntry("1", 11L).containsEntry("x", 1L);
  }

  @Test
  void arrayOfObjectsTakesTheCandidatesClass() throws TranslationException {
    Object[] array = {2L, 1L};
    translate(new Holder(array), "/content/*");
    assertThat(array).containsExactly("n2", 11L);
  }

  @Test
  void typedArrayThatCannotHoldTheIdIsRefused() {
    assertThat(refusal(new Holder(new Long[] {2L}), "/content/*"))
        .isEqualTo(
            "the candidate has a java.lang.String as id, where the arguments hold a"
                + " java.lang.Long");
    assertThat(Arrays.asList(1L, 2L)).hasSize(2);
  }
}
