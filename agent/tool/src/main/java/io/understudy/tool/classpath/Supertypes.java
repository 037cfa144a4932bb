package io.understudy.tool.classpath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;

/** Collects supertypes by name. Stateless. */
public final class Supertypes {
  private Supertypes() {}

  /**
   * Returns a type and all its supertypes, the nearest first.
   *
   * @param name the type to start at; the result contains it even if it is unknown
   * @param direct returns the direct supertypes of a type; empty for an unknown type
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

  /**
   * Returns the names of the superclass, then of the interfaces of a type, as far as they are
   * known.
   *
   * @param unknown receives the name of the first supertype that is not on the class path; the list
   *     ends there
   */
  public static List<String> direct(TypeDescription type, Consumer<String> unknown) {
    List<String> names = new ArrayList<>();
    try {
      TypeDefinition superClass = type.getSuperClass();
      if (superClass != null) {
        names.add(superClass.asErasure().getName());
      }
      type.getInterfaces().asErasures().forEach(each -> names.add(each.getName()));
    } catch (TypePool.Resolution.NoSuchTypeException e) {
      unknown.accept(e.getName());
    }
    return names;
  }
}
