package io.understudy.agent.classfile;

import net.bytebuddy.ClassFileVersion;

/** The versions of class files (JVMS 4.1). Stateless. */
public final class ClassVersion {
  private static final int MAGIC = 0xCAFEBABE;

  /**
   * Difference between class file version and Java release: Java 5 has version 49, and each release
   * adds 1.
   */
  private static final int OF_JAVA_0 = 44;

  private ClassVersion() {}

  /** Returns the major version from the first 8 bytes; 0 if this is no class file. */
  public static int of(byte[] bytes) {
    if (bytes.length < 8 || word(bytes, 0) != MAGIC) {
      return 0;
    }
    return word(bytes, 4) & 0xFFFF;
  }

  /** Returns the reason why a class file cannot be read. */
  public static String refusal(byte[] bytes) {
    int version = of(bytes);
    int newest = ClassFileVersion.latest().getMajorVersion();
    if (version == 0) {
      return "it is no class file";
    }
    return version > newest
        ? "its class file is of version "
            + version
            + " (Java "
            + (version - OF_JAVA_0)
            + "), and this agent supports versions up to "
            + newest
            + " (Java "
            + (newest - OF_JAVA_0)
            + "); use a newer agent"
        : "its class file is damaged";
  }

  private static int word(byte[] bytes, int at) {
    int word = 0;
    for (int i = at; i < at + 4; i++) {
      word = word << 8 | bytes[i] & 0xFF;
    }
    return word;
  }
}
