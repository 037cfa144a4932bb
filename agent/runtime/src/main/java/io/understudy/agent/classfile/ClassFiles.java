package io.understudy.agent.classfile;

import org.jspecify.annotations.Nullable;

/** Finds class files by name, in a class loader's resources or on a class path. */
public interface ClassFiles {
  /**
   * Reads a class file; loads no class.
   *
   * @param internalName name of the class with slashes
   * @return the bytes; null if there is none, or it cannot be read
   */
  byte @Nullable [] find(String internalName);
}
