package io.understudy.tool.classpath;

/** Thrown when a class file is damaged or too new; the message names the class. */
public final class UnreadableClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableClassException(String className, RuntimeException cause) {
    super(
        "the class file of "
            + className
            + " cannot be read; it is damaged, or compiled for a newer Java than this version"
            + " supports ("
            + cause.getMessage()
            + ")",
        cause);
  }
}
