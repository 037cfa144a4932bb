package io.understudy.agent.classfile;

import net.bytebuddy.ClassFileVersion;

/** The versions of class files (JVMS 4.1). Stateless. */
public final class ClassVersion {
  private static final int MAGIC = 0xCAFEBABE;

  /** Version 49 is that of Java 5; each release of Java adds 1 since 1.2, which has 46. */
  private static final int OF_JAVA_0 = 44;

  private ClassVersion() {}

  /** The major version that the first 8 bytes tell; 0 where this is no class file. */
  public static int of(byte[] bytes) {
    if (bytes.length < 8 || word(bytes, 0) != MAGIC) {
      return 0;
    }
    return word(bytes, 4) & 0xFFFF;
  }

  /** Why a class file that cannot be read cannot be. */
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
            + "), and this agent knows them up to "
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
