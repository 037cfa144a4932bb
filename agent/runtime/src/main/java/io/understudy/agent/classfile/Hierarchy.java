package io.understudy.agent.classfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Caches the supertypes of classes in one class loader; each class file is read once. Holds only
 * names. Thread-safe and lock-free.
 */
public final class Hierarchy {
  /** The superclass and interfaces by internal name; empty for a missing class file. */
  private final ConcurrentMap<String, List<String>> known = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, Boolean> missing = new ConcurrentHashMap<>();

  private final boolean followsJdk;

  /**
   * Creates an empty hierarchy.
   *
   * @param followsJdk whether to follow supertypes of JDK classes; only needed if a JDK type is the
   *     target
   */
  public Hierarchy(boolean followsJdk) {
    this.followsJdk = followsJdk;
  }

  /** Adds the supertypes of a class from its class file. */
  public void add(ClassFile type) {
    known.put(type.name(), type.supertypes());
  }

  /** Adds the supertypes of a loaded class and of all its supertypes; loads no class. */
  public void add(Class<?> loaded) {
    List<String> names = new ArrayList<>();
    Class<?> superclass = loaded.isInterface() ? Object.class : loaded.getSuperclass();
    if (superclass != null) {
      names.add(superclass.getName().replace('.', '/'));
    }
    for (Class<?> each : loaded.getInterfaces()) {
      names.add(each.getName().replace('.', '/'));
      add(each);
    }
    if (superclass != null) {
      add(superclass);
    }
    known.put(loaded.getName().replace('.', '/'), Collections.unmodifiableList(names));
  }

  /**
   * Returns all supertypes of a class, without the class itself.
   *
   * @param name internal name
   * @param files finds the class and its supertypes
   * @return internal names, nearer ones first; without the supertypes of missing class files
   */
  public Set<String> above(String name, ClassFiles files) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(supertypes(name, files));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (found.add(next) && !next.equals("java/lang/Object")) {
        open.addAll(supertypes(next, files));
      }
    }
    return found;
  }

  /**
   * Returns the superclass, then the interfaces.
   *
   * @return internal names; empty if the class file is missing
   */
  List<String> supertypes(String name, ClassFiles files) {
    List<String> found = known.get(name);
    if (found == null) {
      found = read(name, files);
      known.put(name, found);
    }
    return found;
  }

  private List<String> read(String name, ClassFiles files) {
    if (!followsJdk && name.startsWith("java/")) {
      return Collections.emptyList();
    }
    byte[] bytes = files.find(name);
    if (bytes != null) {
      try {
        return ClassFile.of(bytes).supertypes();
      } catch (ClassFileException damaged) {
        missing.put(name, true);
        return Collections.emptyList();
      }
    }
    missing.put(name, true);
    return Collections.emptyList();
  }

  /** Whether the class file of this name was needed and could not be read. */
  public boolean isMissing(String name) {
    return missing.containsKey(name);
  }
}
