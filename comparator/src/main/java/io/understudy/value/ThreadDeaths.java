package io.understudy.value;

/**
 * Recognises {@code ThreadDeath}, which {@code Thread.stop()} throws at a thread (up to Java 19).
 * It is not a failure of the code that runs then: such code balances its counts and throws it
 * again. By name, since the class will be removed from the JDK. Stateless.
 */
public final class ThreadDeaths {
  private ThreadDeaths() {}

  /** Whether this was thrown at the thread. */
  public static boolean is(Throwable thrown) {
    return thrown instanceof Error && "java.lang.ThreadDeath".equals(thrown.getClass().getName());
  }

  /** Throws a {@code ThreadDeath} again; ignores any other throwable. */
  public static void rethrow(Throwable thrown) {
    if (is(thrown)) {
      throw (Error) thrown;
    }
  }
}
