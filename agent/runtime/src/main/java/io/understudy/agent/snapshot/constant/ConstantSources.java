package io.understudy.agent.snapshot.constant;

import io.understudy.value.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes whose static fields are searched for constants. Initialises no class. Stateless. */
final class ConstantSources {
  /** Generated classes may have hundreds of nested classes. */
  private static final int MAX_SOURCES = 64;

  private ConstantSources() {}

  /**
   * Returns an application class, its superclasses, their interfaces, the classes around it, and
   * the classes that are nested in one of those.
   */
  static Collection<Class<?>> of(Class<?> type) {
    Set<Class<?>> sources = new LinkedHashSet<>();
    addSupertypes(type, sources);
    for (Class<?> each : new ArrayList<>(sources)) {
      addNested(each, sources);
    }
    addAround(type, sources);
    return sources;
  }

  /** Adds an application class with its superclasses and their interfaces. */
  static void addSupertypes(@Nullable Class<?> type, Set<Class<?>> to) {
    if (type == null || Origin.isJdk(type) || to.size() >= MAX_SOURCES || !to.add(type)) {
      return;
    }
    addSupertypes(type.getSuperclass(), to);
    for (Class<?> each : type.getInterfaces()) {
      addSupertypes(each, to);
    }
  }

  private static void addAround(Class<?> type, Set<Class<?>> to) {
    Class<?> at = enclosing(type);
    while (at != null && to.size() < MAX_SOURCES) {
      to.add(at);
      addNested(at, to);
      at = enclosing(at);
    }
  }

  private static void addNested(Class<?> around, Set<Class<?>> to) {
    try {
      for (Class<?> each : around.getDeclaredClasses()) {
        if (to.size() < MAX_SOURCES) {
          to.add(each);
        }
      }
    } catch (LinkageError missing) {
      return; // One of them cannot be loaded.
    }
  }

  private static @Nullable Class<?> enclosing(Class<?> type) {
    try {
      return type.getEnclosingClass();
    } catch (LinkageError | RuntimeException missing) {
      return null;
    }
  }
}
