package io.understudy.value.container;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Guava's graphs: a record of the settings, the nodes and the edges. The order of nodes and edges
 * does not count.
 */
final class Graphs {
  private Graphs() {}

  /** Two nodes: a list where the edge has a direction, else a set. */
  static Shape ends(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> ordered = Accessors.method(api, "isOrdered");
    Function<Object, @Nullable Object> first = Accessors.method(api, "nodeU");
    Function<Object, @Nullable Object> second = Accessors.method(api, "nodeV");
    return ShapeFactory.standIn(
        type.getName(),
        pair -> {
          List<Object> both =
              Arrays.asList(
                  Accessors.present(first.apply(pair)), Accessors.present(second.apply(pair)));
          return Boolean.TRUE.equals(ordered.apply(pair)) ? both : unordered(both);
        });
  }

  static Shape graph(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return shape(type, api, Accessors.method(api, "edges"));
  }

  /** The edges are a list of their ends and their value, compared as a set. */
  static Shape valueGraph(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Class<?> pair =
        Class.forName("com.google.common.graph.EndpointPair", false, api.getClassLoader());
    Function<Object, @Nullable Object> edges = Accessors.method(api, "edges");
    java.lang.invoke.MethodHandle value =
        java.lang.invoke.MethodHandles.publicLookup()
            .unreflect(api.getMethod("edgeValueOrDefault", pair, Object.class));
    BiFunction<Object, Object, @Nullable Object> of =
        (graph, edge) ->
            Accessors.through(java.lang.invoke.MethodHandles.insertArguments(value, 1, edge, null))
                .apply(graph);
    return shape(
        type,
        api,
        graph -> {
          Collection<Object> valued = identitySet();
          for (Object edge : (Iterable<?>) Accessors.present(edges.apply(graph))) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("ends", edge);
            one.put("value", of.apply(graph, edge));
            valued.add(one);
          }
          return valued;
        });
  }

  /** The edges are a map from each edge to its ends. */
  static Shape network(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> edges = Accessors.method(api, "edges");
    BiFunction<Object, Object, @Nullable Object> ends =
        Accessors.method(api, "incidentNodes", Object.class);
    return shape(
        type,
        api,
        graph -> {
          Map<Object, @Nullable Object> all = new IdentityHashMap<>();
          for (Object edge : (Iterable<?>) Accessors.present(edges.apply(graph))) {
            all.put(edge, ends.apply(graph, edge));
          }
          return all;
        });
  }

  private static Shape shape(Class<?> type, Class<?> api, Function<Object, @Nullable Object> edges)
      throws ReflectiveOperationException {
    return ShapeFactory.record(
        type.getName(),
        GuavaTypes.names("directed", "selfLoops", "nodes", "edges"),
        new ArrayList<>(
            Arrays.asList(
                Accessors.method(api, "isDirected"),
                Accessors.method(api, "allowsSelfLoops"),
                Accessors.method(api, "nodes"),
                edges)));
  }

  private static Set<Object> unordered(List<Object> both) {
    Set<Object> set = identitySet();
    set.addAll(both);
    return set;
  }

  private static Set<Object> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
