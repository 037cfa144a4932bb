package io.understudy.value.container;

import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.ContainerLibraries;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the shapes of the containers of libraries. Stateless and thread-safe. */
public final class ContainerTypes {
  private static final Map<String, ShapeMaker> BY_SUPERTYPE = new LinkedHashMap<>();

  private static final int MAX_TUPLE = 22;

  static {
    put(GuavaTypes::range, "com.google.common.collect.Range");
    put(GuavaTypes::ranges, "com.google.common.collect.RangeSet");
    put(GuavaTypes::rangeMap, "com.google.common.collect.RangeMap");
    put(GuavaTypes::asMap, "com.google.common.cache.Cache");
    put(GuavaTypes::asMap, "com.google.common.util.concurrent.AtomicLongMap");
    put(GuavaTypes::asMap, "com.github.benmanes.caffeine.cache.Cache");
    put(GuavaTypes::array, "com.google.common.primitives.ImmutableIntArray");
    put(GuavaTypes::array, "com.google.common.primitives.ImmutableLongArray");
    put(GuavaTypes::array, "com.google.common.primitives.ImmutableDoubleArray");
    put(GuavaTypes::unsigned, "com.google.common.primitives.UnsignedInteger");
    put(GuavaTypes::unsigned, "com.google.common.primitives.UnsignedLong");
    put(GuavaTypes::hashCode, "com.google.common.hash.HashCode");
    put(GuavaTypes::bits, "com.google.common.hash.BloomFilter");
    put(GuavaTypes::counted, "com.google.common.collect.Multiset$Entry");
    put(GuavaTypes::cell, "com.google.common.collect.Table$Cell");
    put(Graphs::ends, "com.google.common.graph.EndpointPair");
    put(Graphs::network, "com.google.common.graph.Network");
    put(Graphs::valueGraph, "com.google.common.graph.ValueGraph");
    put(Graphs::graph, "com.google.common.graph.Graph");
    put(Lazies::of, "com.google.common.collect.FluentIterable");
    put(Lazies::of, "org.apache.commons.collections4.FluentIterable");
    put(Lazies::of, "kotlin.sequences.Sequence");
    put(Lazies::code, "groovy.lang.Closure");
    put(GuavaTypes::asMap, "org.apache.commons.collections4.MultiValuedMap");
    put(ScalaValues::option, "scala.Option");
    put(ScalaValues::either, "scala.util.Either");
    for (int i = 1; i <= MAX_TUPLE; i++) {
      put(ScalaValues::tuple, "scala.Tuple" + i);
    }
    put(ScalaValues::decimal, "scala.math.BigDecimal");
    put(ScalaValues::integer, "scala.math.BigInt");
    put(ScalaValues::constant, "scala.Enumeration$Value");
    put(ScalaValues::duration, "scala.concurrent.duration.FiniteDuration");
    put(Lazies::once, "scala.collection.Iterator");
    put(ScalaCollections::of, "scala.collection.IterableOnce");
    put(ScalaCollections::of, "scala.collection.GenTraversableOnce");
    put(Agrona::buffer, "org.agrona.DirectBuffer");
    put(Agrona::pairs, "org.agrona.collections.Int2IntCounterMap");
    put(Agrona::pairs, "org.agrona.collections.Long2LongCounterMap");
    put(Agrona::counters, "org.agrona.collections.Object2IntCounterMap");
    put(Agrona::counters, "org.agrona.collections.Object2LongCounterMap");
    put(Agrona::compound, "org.agrona.collections.BiInt2ObjectMap");
    put(FastUtil::queue, "it.unimi.dsi.fastutil.PriorityQueue");
  }

  private ContainerTypes() {}

  private static void put(ShapeMaker maker, String supertype) {
    BY_SUPERTYPE.put(supertype, maker);
  }

  /**
   * The shape of a library's class; null if the class is read like a class of no library.
   *
   * @param names the names of the class and all its supertypes
   */
  public static @Nullable Shape of(Class<?> type, Set<String> names) {
    for (Map.Entry<String, ShapeMaker> maker : BY_SUPERTYPE.entrySet()) {
      if (names.contains(maker.getKey())) {
        Class<?> api = Supertypes.named(type, maker.getKey());
        if (api != null) {
          return of(type, api, names, maker.getValue());
        }
      }
    }
    return Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type)
        ? null
        : ofFamily(type, names);
  }

  /** The shape of a class of a library with one interface for each primitive type. */
  private static @Nullable Shape ofFamily(Class<?> type, Set<String> names) {
    if (names.contains("java.util.Map$Entry") && ContainerLibraries.contain(type.getName())) {
      return LibraryEntries.of(type);
    }
    for (Map.Entry<String, ShapeMaker> family : PrimitiveFamilies.ALL.entrySet()) {
      for (String name : names) {
        if (name.startsWith(family.getKey())) {
          return of(type, type, names, family.getValue());
        }
      }
    }
    return null;
  }

  private static @Nullable Shape of(
      Class<?> type, Class<?> api, Set<String> names, ShapeMaker maker) {
    try {
      return maker.of(type, api, names);
    } catch (Uncapturable unreadable) {
      return ShapeFactory.unseen(type.getName(), unreadable.reason());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      // An unknown version of the library: opaque is safer than a wrong reading.
      return ShapeFactory.unseen(
          type.getName(),
          type.getName() + " cannot be read as a " + api.getName() + " of a known version");
    }
  }
}
