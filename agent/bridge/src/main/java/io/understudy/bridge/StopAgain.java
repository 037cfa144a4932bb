package io.understudy.bridge;

/**
 * Stops a thread that was stopped inside of a {@link Completion} which a {@code CompletableFuture}
 * has called: the JDK stores what a callback throws, so the thread would live on. Stateless apart
 * from the thread.
 */
final class StopAgain implements Runnable {
  private final Thread stopped;

  private StopAgain(Thread stopped) {
    this.stopped = stopped;
  }

  /** Stops the current thread again, soon, if it was stopped and its caller is the JDK. */
  static void ifSwallowed(Throwable thrown) {
    if (!Bridge.isDeath(thrown)) {
      return;
    }
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (!frame.getClassName().startsWith("io.understudy.bridge.")) {
        if (frame.getClassName().startsWith("java.util.concurrent.CompletableFuture")) {
          Thread stopping = new Thread(new StopAgain(Thread.currentThread()), "understudy-stop");
          stopping.setDaemon(true);
          stopping.start();
        }
        return;
      }
    }
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
