package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import com.google.common.collect.TreeMultiset;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.view.Freezer;
import io.vavr.Tuple;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kotlin.Pair;
import kotlin.collections.ArrayDeque;
import net.sf.cglib.beans.BeanGenerator;
import net.sf.cglib.proxy.Enhancer;
import net.sf.cglib.proxy.MethodInterceptor;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.Interval;
import org.joda.time.LocalDate;
import org.joda.time.MutableDateTime;
import org.joda.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects of real libraries: copied with equal contents, or refused. */
final class LibraryArgumentsTest {
  public static class Quote {
    private String sku = "A7";

    public String getSku() {
      return sku;
    }

    public void setSku(String sku) {
      this.sku = sku;
    }
  }

  private static List<Date> dates() {
    return new ArrayList<>(Arrays.asList(new Date(3), new Date(1), new Date(2)));
  }

  static Stream<Object> copied() {
    return Stream.of(
        ImmutableList.copyOf(dates()),
        ImmutableList.of("a"),
        ImmutableSet.copyOf(dates()),
        ImmutableMap.of("a", new Date(1), "b", new Date(2)),
        ImmutableSortedMap.of("a", new Date(1), "b", new Date(2)),
        ImmutableMultimap.of("a", new Date(1), "a", new Date(2)),
        ImmutableTable.of("r", "c", new Date(1)),
        ImmutableRangeMap.of(Range.closed(1, 2), "x"),
        ArrayListMultimap.create(ImmutableMultimap.of("a", new Date(1))),
        HashBiMap.create(Collections.singletonMap("a", 1)),
        HashMultiset.create(Arrays.asList("a", "a", "b")),
        TreeMultiset.create(Arrays.asList("a", "a", "b")),
        HashBasedTable.create(ImmutableTable.of("r", "c", new Date(1))),
        Lists.newArrayList(dates()),
        Lists.partition(dates(), 2),
        Lists.reverse(dates()),
        Maps.immutableEntry("k", new Date(1)),
        com.google.common.base.Optional.of(new Date(1)),
        new DateTime(1_000L, DateTimeZone.UTC),
        new MutableDateTime(1_000L, DateTimeZone.UTC),
        new LocalDate(2026, 11, 20),
        new Interval(1, 2, DateTimeZone.UTC),
        Period.days(3),
        io.vavr.collection.List.ofAll(dates()),
        io.vavr.collection.Vector.ofAll(dates()),
        io.vavr.collection.HashMap.of("a", new Date(1)),
        io.vavr.collection.LinkedHashSet.of("a", "b"),
        io.vavr.collection.TreeMap.of("a", new Date(1)),
        io.vavr.control.Option.of(new Date(1)),
        io.vavr.control.Either.left(new Date(1)),
        Tuple.of("a", new Date(1)),
        new Pair<>("a", new Date(1)),
        new ArrayDeque<>(dates()),
        kotlin.collections.CollectionsKt.listOf(new Date(1), new Date(2)),
        kotlin.collections.MapsKt.mapOf(new Pair<>("a", new Date(1))));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("copied")
  void copyHasTheSameContents(Object live) throws Exception {
    Object copy = Copies.of(live);
    assertThat(copy.getClass()).isSameAs(live.getClass());
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    assertThat(Differ.with(Rules.none()).compare(frozen, copy).differences()).isEmpty();
    assertThat(copy.toString()).isEqualTo(live.toString());
  }

  /** Empty objects of libraries are constants, some of which keep views that they made. */
  @Test
  void constantsOfLibrariesAreShared() throws Exception {
    for (Object constant :
        Arrays.<Object>asList(
            ImmutableList.of(),
            ImmutableRangeMap.of(),
            com.google.common.base.Optional.absent(),
            com.google.common.collect.Ordering.natural(),
            io.vavr.collection.List.empty(),
            io.vavr.collection.Stream.empty(),
            io.vavr.collection.HashMap.empty(),
            io.vavr.control.Option.none(),
            kotlin.collections.CollectionsKt.emptyList(),
            kotlin.collections.MapsKt.emptyMap(),
            kotlin.Unit.INSTANCE)) {
      assertThat(Copies.of(constant)).as(constant.getClass().getName()).isSameAs(constant);
    }
    assertThat(Copies.of(ImmutableSet.of())).isEmpty();
    assertThat(Copies.of(ImmutableMap.of())).isEmpty();
    assertThat(Copies.of(ImmutableTable.of()).cellSet()).isEmpty();
  }

  @Test
  void mutableContentsAreNotShared() throws Exception {
    List<Object> all = new ArrayList<>();
    copied().forEach(all::add);
    List<Object> copies = Copies.of(all);
    for (int i = 0; i < all.size(); i++) {
      String before = copies.get(i).toString();
      scramble(all.get(i));
      assertThat(copies.get(i).toString()).as(before).isEqualTo(before);
    }
  }

  private static void scramble(Object live) {
    if (live instanceof Iterable) {
      for (Object each : (Iterable<?>) live) {
        if (each instanceof Date) {
          ((Date) each).setTime(77);
        }
      }
    }
    if (live instanceof Map) {
      for (Object each : ((Map<?, ?>) live).values()) {
        if (each instanceof Date) {
          ((Date) each).setTime(77);
        }
      }
    }
    if (live instanceof MutableDateTime) {
      ((MutableDateTime) live).setMillis(77);
    }
  }

  @Test
  void proxiesAreRefusedWithTheNameOfTheirType() {
    Enhancer enhancer = new Enhancer();
    enhancer.setSuperclass(Quote.class);
    enhancer.setCallback(
        (MethodInterceptor) (self, method, arguments, proxy) -> proxy.invokeSuper(self, arguments));
    assertThat(Copies.refusal(enhancer.create()))
        .isEqualTo("a generated proxy of " + Quote.class.getName() + " cannot be looked into");
    InvocationHandler handler = (self, method, arguments) -> null;
    assertThat(
            Copies.refusal(
                Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Runnable.class}, handler)))
        .isEqualTo("a dynamic proxy of java.lang.Runnable cannot be looked into");
  }

  @Test
  void generatedBeanIsCopiedByItsFields() throws Exception {
    BeanGenerator generator = new BeanGenerator();
    generator.addProperty("when", Date.class);
    Object live = generator.create();
    live.getClass().getMethod("setWhen", Date.class).invoke(live, new Date(1));
    Object copy = Copies.of(live);
    assertThat(copy).isNotSameAs(live);
    assertThat(copy.getClass().getMethod("getWhen").invoke(copy)).isEqualTo(new Date(1));
  }

  @Test
  void lazyObjectIsCopiedWithoutLoadingIt() throws Exception {
    io.vavr.Lazy<String> lazy = io.vavr.Lazy.of(() -> "x");
    io.vavr.Lazy<String> copy = Copies.of(lazy);
    assertThat(copy).isNotSameAs(lazy);
    assertThat(copy.isEvaluated() || lazy.isEvaluated()).isFalse();
    List<String> seen = new ArrayList<>();
    assertThat(Copies.refusal(io.vavr.Lazy.of(() -> seen.add("asked"))))
        .endsWith("holds a java.util.ArrayList, which can change");
    assertThat(Copies.refusal(io.vavr.collection.Stream.from(1)))
        .endsWith("makes its elements when asked");
  }
}
