package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.classfile.GeneratedNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the call points that may concern a class by its name alone. The JVM asks for every class
 * that it loads, and nearly all of them concern no call point. Immutable.
 */
final class ClassNameIndex {
  private final Map<String, List<CallPoint>> exact = new HashMap<>();

  /** Package prefixes such as {@code com/acme/}. */
  private final String[] prefixes;

  private final List<List<CallPoint>> below;

  /** Indexes the points that can be woven. */
  ClassNameIndex(List<CallPoint> points) {
    Map<String, List<CallPoint>> byPrefix = new LinkedHashMap<>();
    for (CallPoint point : points) {
      String name = point.config().control().className().replace('.', '/');
      exact.computeIfAbsent(name, n -> new ArrayList<>()).add(point);
      for (String each : point.config().packages()) {
        byPrefix.computeIfAbsent(each.replace('.', '/') + "/", p -> new ArrayList<>()).add(point);
      }
    }
    prefixes = byPrefix.keySet().toArray(new String[0]);
    below = new ArrayList<>(byPrefix.values());
  }

  /** Returns the points that name the class itself. */
  List<CallPoint> exactly(String internalName) {
    return exact.getOrDefault(internalName, Collections.emptyList());
  }

  /**
   * Returns the points that name a package of the class; none for a class generated at run time.
   */
  List<CallPoint> below(String internalName) {
    List<CallPoint> found = Collections.emptyList();
    for (int i = 0; i < prefixes.length; i++) {
      if (internalName.startsWith(prefixes[i]) && !GeneratedNames.is(internalName)) {
        List<CallPoint> more = below.get(i);
        found = found.isEmpty() ? more : union(found, more);
      }
    }
    return found;
  }

  private static List<CallPoint> union(List<CallPoint> one, List<CallPoint> more) {
    List<CallPoint> all = new ArrayList<>(one);
    more.stream().filter(point -> !one.contains(point)).forEach(all::add);
    return all;
  }

  /** Whether {@link #exactly} or {@link #below} finds something. */
  boolean concern(String internalName) {
    return exact.containsKey(internalName) || !below(internalName).isEmpty();
  }
}
