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

  /**
   * The names of the superclass, then of the interfaces of a type, as far as they are known.
   *
   * @param unknown takes the name of a supertype that is not on the class path, which ends the list
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
