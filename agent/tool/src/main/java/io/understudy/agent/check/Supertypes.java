package io.understudy.agent.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Follows supertypes by their names. Stateless. */
public final class Supertypes {
  private Supertypes() {}

  /**
   * A type and all its supertypes, the nearest first.
   *
   * @param name where to start; part of the result, known or not
   * @param direct gives the direct supertypes of a type; none where it is not known
   * @return a new set
   */
  public static Set<String> closure(String name, Function<String, Collection<String>> direct) {
    Set<String> names = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(name);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (names.add(next)) {
        open.addAll(direct.apply(next));
      }
    }
    return names;
  }
}
