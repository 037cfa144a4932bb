package io.understudy.bridge;

/**
 * Stops a thread that was stopped in code of the agent which the JDK has called, such as a callback
 * of a {@code CompletableFuture} or a class file transformer. The JDK swallows what these throw, so
 * the thread would live on. Immutable.
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
