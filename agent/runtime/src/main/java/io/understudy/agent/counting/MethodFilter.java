package io.understudy.agent.counting;

import java.util.List;
import java.util.Set;

/** Selects the methods of a class to count. Called on one thread. */
public interface MethodFilter {
  /** Whether a class may have such methods, by its binary name alone. */
  boolean mayContain(String className);

  /**
   * Returns the methods to count.
   *
   * @param classFile the class file that the JVM has
   * @param above the names of its superclasses and of all interfaces
   * @return name and descriptor of each
   */
  List<String> methods(byte[] classFile, Set<String> above);
}
