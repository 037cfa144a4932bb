package io.understudy.bridge;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stops a thread that was stopped in code of the agent which the JDK has called, such as a callback
 * of a {@code CompletableFuture} or a class file transformer. The JDK swallows what these throw, so
 * the thread would live on. Immutable.
 */
final class StopAgain implements Runnable {
  private static final int DEEPEST = 8;

  private static final String FUTURE = "java.util.concurrent.CompletableFuture";

  /** How long the JDK or the agent may take to return; then the thread is stopped all the same. */
  private static final long PATIENCE = 1_000_000_000L;

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
        if (frame.getClassName().startsWith(FUTURE)) {
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
    awaitOtherCode();
    try {
      // By name, since later versions of the JDK have no such method. They stop no thread either.
      Thread.class.getMethod("stop").invoke(stopped);
    } catch (ReflectiveOperationException | RuntimeException refused) {
      Bridge.escaped++;
    }
  }

  /** Waits until the thread has left the code that would swallow the stop once more. */
  private void awaitOtherCode() {
    long start = System.nanoTime();
    while (isWhereItIsSwallowed() && System.nanoTime() - start < PATIENCE) {
      LockSupport.parkNanos(this, 100_000);
    }
  }

  private boolean isWhereItIsSwallowed() {
    for (StackTraceElement frame : stopped.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith(FUTURE) || name.startsWith("io.understudy.")) {
        return true;
      }
    }
    return false;
  }
}
