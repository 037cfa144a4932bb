package io.understudy.agent.counting;

import java.util.List;
import java.util.Set;

/** Says which methods of a class are worth counting. Called on one thread. */
public interface MethodFilter {
  /** Whether a class may have such methods, by its binary name. */
  boolean mayBe(String className);

  /**
   * Chooses methods.
   *
   * @param classFile the class as the JVM has it
   * @param above the names of its superclasses and of all interfaces
   * @return name and descriptor of each
   */
  List<String> methods(byte[] classFile, Set<String> above);
}
