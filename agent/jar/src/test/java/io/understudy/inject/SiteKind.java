package io.understudy.inject;

/**
 * What stands at a site, and with it the faults that a JVM can raise there. The values of the
 * faults are those of the class {@code Faults} of the child JVM.
 */
enum SiteKind {
  /** The first instruction of a method: the stack ends here, or another thread stops this one. */
  ENTRY("STACK", "DEATH"),
  /** An instruction that creates an object or an array. */
  NEW("MEMORY", "DEATH"),
  /** A call of the JDK or of a library, or a lambda, that may allocate. */
  CALL("MEMORY", "STACK"),
  /** A call that allocates nothing, such as {@code System.nanoTime()}. */
  PLAIN_CALL("STACK"),
  /** A call that may throw an {@code IOException}. */
  WRITE("IO", "MEMORY"),
  /** A call that waits or sleeps. */
  WAIT("INTERRUPT", "DEATH"),
  /** Before a store that other threads, or later frames of this thread, depend on. */
  STORE("DEATH"),
  /** After such a store. */
  STORED("DEATH");

  private final String faults;

  SiteKind(String... faults) {
    this.faults = String.join(",", faults);
  }

  /** The names of the faults, separated by commas. */
  String faults() {
    return faults;
  }
}
