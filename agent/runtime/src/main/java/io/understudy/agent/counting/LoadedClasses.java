package io.understudy.agent.counting;

import io.understudy.agent.classfile.GeneratedNames;
import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** Lists the countable classes that the JVM has loaded. Not thread-safe. */
final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final MethodFilter countable;
  private final Set<Class<?>> seen = Collections.newSetFromMap(new WeakHashMap<>());

  LoadedClasses(Instrumentation instrumentation, MethodFilter countable) {
    this.instrumentation = instrumentation;
    this.countable = countable;
  }

  /** Returns the countable classes that were not returned before. */
  List<Class<?>> findNew() {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      String name = each.getName();
      // The name of a hidden class has a slash.
      boolean isCountable =
          !each.isArray()
              && !each.isPrimitive()
              && name.indexOf('/') < 0
              && countable.mayContain(name)
              && !GeneratedNames.is(name);
      if (isCountable && instrumentation.isModifiableClass(each) && seen.add(each)) {
        found.add(each);
      }
    }
    return found;
  }

  /**
   * Returns the names of the class and of all its superclasses and interfaces, which are loaded
   * already.
   */
  static Set<String> above(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      addInterfaces(at, names);
    }
    return names;
  }

  private static void addInterfaces(Class<?> type, Set<String> into) {
    if (into.add(type.getName())) {
      for (Class<?> each : type.getInterfaces()) {
        addInterfaces(each, into);
      }
    }
  }

  /** Adds the code location of a class, if it is known. */
  static void place(Class<?> type, Set<String> into) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source != null && source.getLocation() != null) {
        into.add(source.getLocation().toExternalForm());
      }
    } catch (RuntimeException forbidden) {
      // Then the user has to name the location of the classes.
    }
  }
}
