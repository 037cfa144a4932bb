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
 * What the classes of one class loader extend and implement, as far as it was asked; each class
 * file is read once. Holds names alone. Thread-safe and lock-free.
 */
public final class Hierarchy {
  /** The superclass and interfaces by internal name; empty for a class file that is not there. */
  private final ConcurrentMap<String, List<String>> known = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, Boolean> missing = new ConcurrentHashMap<>();

  private final boolean intoJdk;

  /**
   * Nothing has been asked yet.
   *
   * @param intoJdk whether to look for what is above classes of the JDK, too, which nobody needs
   *     who does not look for one of those
   */
  public Hierarchy(boolean intoJdk) {
    this.intoJdk = intoJdk;
  }

  /** Notes what a class says of itself. */
  public void add(ClassFile type) {
    known.put(type.name(), type.supertypes());
  }

  /** Notes what is known of a class that is loaded, and of all above it; loads nothing. */
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
   * All that a class extends and implements, itself not included.
   *
   * @param name internal name
   * @param files where it and what is above it are found
   * @return internal names, those nearer to the class first; without what is above a class file
   *     that is missing
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
   * The superclass, then the interfaces.
   *
   * @return internal names; empty where the class file is missing
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
    if (!intoJdk && name.startsWith("java/")) {
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

  /** Whether the class file of this name was asked for and could not be read. */
  public boolean isMissing(String name) {
    return missing.containsKey(name);
  }
}
