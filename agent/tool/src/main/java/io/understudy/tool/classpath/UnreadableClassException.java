package io.understudy.tool.classpath;

/** A class file that is damaged, or newer than anything known here. */
public final class UnreadableClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableClassException(String className, RuntimeException cause) {
    super(
        "the class file of "
            + className
            + " cannot be read; it is damaged, or made for a newer Java than this version knows ("
            + cause.getMessage()
            + ")",
        cause);
  }
}
