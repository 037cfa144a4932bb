package io.understudy.agent.classfile;

import org.jspecify.annotations.Nullable;

/** Where class files are found by name: a class loader's resources, or a class path. */
public interface ClassFiles {
  /**
   * Reads a class file; loads no class.
   *
   * @param internalName with slashes
   * @return null where there is none, or it cannot be read
   */
  byte @Nullable [] find(String internalName);
}
