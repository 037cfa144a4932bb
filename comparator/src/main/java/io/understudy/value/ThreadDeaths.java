package io.understudy.value;

import org.jspecify.annotations.Nullable;

/**
 * Recognises {@code ThreadDeath}, which {@code Thread.stop()} throws at a thread (up to Java 19).
 * It is not a failure of the code that runs then: such code balances its counts and throws it
 * again. By name, since the class will be removed from the JDK. Stateless.
 *
 * <p>Method handles of Java 8 and static initialisers wrap it in an error of the JDK.
 */
public final class ThreadDeaths {
  private static final int DEEPEST = 8;

  private ThreadDeaths() {}

  /** Whether this was thrown at the thread, or is an error of the JDK around it. */
  public static boolean is(Throwable thrown) {
    return find(thrown) != null;
  }

  /** Throws a {@code ThreadDeath} again, without errors around it; ignores any other throwable. */
  public static void rethrow(Throwable thrown) {
    Error death = find(thrown);
    if (death != null) {
      throw death;
    }
  }

  private static @Nullable Error find(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at instanceof Error && depth < DEEPEST; depth++) {
      if ("java.lang.ThreadDeath".equals(at.getClass().getName())) {
        return (Error) at;
      }
      at = isWrapper(at) ? at.getCause() : null;
    }
    return null;
  }

  /** Of the JDK only: getCause of another class would be code of the application. */
  private static boolean isWrapper(Throwable thrown) {
    return (thrown instanceof InternalError || thrown instanceof LinkageError)
        && thrown.getClass().getClassLoader() == null;
  }
}
