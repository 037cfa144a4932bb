package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Stops a thread that was stopped in code of the agent which the JDK has called, such as a callback
 * of a {@code CompletableFuture} or a class file transformer. The JDK swallows what these throw, so
 * the thread would live on. Immutable.
 */
final class StopAgain implements Runnable {
  private static final int DEEPEST = 8;

  private final Thread stopped;

  private StopAgain(Thread stopped) {
    this.stopped = stopped;
  }

  /**
   * Finds the {@code ThreadDeath} that was thrown; null if it is another throwable. Method handles
   * of Java 8 and static initialisers wrap it in an error of the JDK; getCause of another class
   * would be code of the application.
   */
  static @Nullable Error death(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at instanceof Error && depth < DEEPEST; depth++) {
      if ("java.lang.ThreadDeath".equals(at.getClass().getName())) {
        return (Error) at;
      }
      boolean isWrapper = at instanceof InternalError || at instanceof LinkageError;
      at = isWrapper && at.getClass().getClassLoader() == null ? at.getCause() : null;
    }
    return null;
  }

  /** Stops the current thread again, soon, if it was stopped and its caller is the JDK. */
  static void ifSwallowed(Throwable thrown) {
    if (death(thrown) == null) {
      return;
    }
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (!frame.getClassName().startsWith("io.understudy.bridge.")) {
        if (frame.getClassName().startsWith("java.util.concurrent.CompletableFuture")) {
          soon();
        }
        return;
      }
    }
  }

  /** Stops the current thread from another one. */
  static void soon() {
    Thread stopping = new Thread(new StopAgain(Thread.currentThread()), "understudy-stop");
    stopping.setDaemon(true);
    stopping.start();
  }

  @Override
  public void run() {
    try {
      // By name, since later versions of the JDK have no such method. They stop no thread either.
      Thread.class.getMethod("stop").invoke(stopped);
    } catch (ReflectiveOperationException | RuntimeException refused) {
      Bridge.escaped++;
    }
  }
}
