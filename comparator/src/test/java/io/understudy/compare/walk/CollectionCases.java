package io.understudy.compare.walk;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Table;
import io.vavr.Tuple;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import kotlin.Lazy;
import kotlin.LazyKt;
import kotlin.Pair;
import kotlin.collections.CollectionsKt;

/** Rows for types of Kotlin, Vavr and Guava. */
@SuppressWarnings({"unused", "UnusedVariable"})
final class CollectionCases {
  private CollectionCases() {}

  static void put(ViewCases cases) throws Exception {
    kotlin(cases);
    vavr(cases);
    guava(cases);
  }

  private static void kotlin(ViewCases cases) throws Exception {
    cases.put("Kotlin data class against a bean", new Pair<>("a", 1), new Two("a", 1));
    cases.put(
        "Kotlin list against ArrayList of the same elements",
        CollectionsKt.listOf("a", "b"),
        Arrays.asList("a", "b"));
    Lazy<String> asked = LazyKt.lazy(() -> "a");
    asked.getValue();
    cases.put("Kotlin lazy value that was asked for against the value", asked, "a");
    Lazy<String> unasked = LazyKt.lazy(() -> "a");
    cases.put("Kotlin lazy value that was not asked for against the same", unasked, unasked);
    cases.put("Kotlin UInt of 2^32-1 against long", boxed("kotlin.UInt", -1), (1L << 32) - 1);
    cases.put("Kotlin UInt of 2^32-1 against int -1", boxed("kotlin.UInt", -1), -1);
    cases.put(
        "Kotlin ULong of 2^64-1 against BigInteger",
        boxed("kotlin.ULong", -1L),
        BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    cases.put("Kotlin value class against its value", boxed("kotlin.Result", "a"), "a");
    cases.put(
        "Kotlin Duration against Duration",
        boxed("kotlin.time.Duration", 3_000_000_000L << 1),
        Duration.ofSeconds(3));
  }

  /** What Kotlin does where a value class is needed as an object. */
  private static Object boxed(String className, Object value) throws Exception {
    for (Method method : Class.forName(className).getMethods()) {
      if (method.getName().equals("box-impl")) {
        return method.invoke(null, value);
      }
    }
    throw new AssertionError(className);
  }

  private static void vavr(ViewCases cases) {
    cases.put(
        "Vavr List against ArrayList",
        io.vavr.collection.List.of("a", "b"),
        Arrays.asList("a", "b"));
    cases.put(
        "Vavr Vector against another order",
        io.vavr.collection.Vector.of("a", "b"),
        Arrays.asList("b", "a"));
    cases.put(
        "Vavr HashSet against HashSet",
        io.vavr.collection.HashSet.of("a", "b"),
        new HashSet<>(Arrays.asList("b", "a")));
    cases.put(
        "Vavr HashMap against map",
        io.vavr.collection.HashMap.of("a", 1),
        Collections.singletonMap("a", 1));
    cases.put("Vavr Option of 1 against 1", Option.of(1), 1);
    cases.put("Vavr Option of nothing against null", Option.none(), null);
    cases.put("Vavr Either left of 1 against Either right of 1", Either.left(1), Either.right(1));
    cases.put("Vavr Either right of 1 against the same", Either.right(1), Either.right(1));
    cases.put("Vavr tuple against the same", Tuple.of("a", 1), Tuple.of("a", 1));
    io.vavr.collection.Stream<Integer> stream = io.vavr.collection.Stream.of(1);
    cases.put("Vavr Stream against the same", stream, stream);
  }

  private static void guava(ViewCases cases) {
    cases.put(
        "Guava Optional of 1 against Optional of 1",
        com.google.common.base.Optional.of(1),
        java.util.Optional.of(1));
    cases.put("Guava absent against null", com.google.common.base.Optional.absent(), null);
    cases.put("Guava ImmutableList against ArrayList", ImmutableList.of(1, 2), Arrays.asList(1, 2));
    cases.put(
        "Guava ImmutableMap against map",
        ImmutableMap.of("a", 1),
        Collections.singletonMap("a", 1));
    Multiset<String> twice = HashMultiset.create(Arrays.asList("a", "a"));
    cases.put(
        "Guava Multiset of a a against Multiset of a",
        twice,
        HashMultiset.create(Collections.singleton("a")));
    Multimap<String, Integer> lists = ArrayListMultimap.create();
    lists.put("a", 1);
    lists.put("a", 2);
    cases.put(
        "Guava list multimap against map of lists",
        lists,
        Collections.singletonMap("a", Arrays.asList(1, 2)));
    Table<String, String, Integer> table = HashBasedTable.create();
    table.put("r", "c", 1);
    cases.put(
        "Guava Table against map of maps",
        table,
        Collections.singletonMap("r", Collections.singletonMap("c", 1)));
  }

  private static final class Two {
    final Object first;
    final Object second;

    Two(Object first, Object second) {
      this.first = first;
      this.second = second;
    }
  }
}
