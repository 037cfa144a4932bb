package io.understudy.agent.metrics;

/** The endpoint's thread. It ignores interrupts, which would close the channels that it uses. */
final class ServingThread extends Thread {
  ServingThread(Runnable work) {
    super(work, "understudy-metrics");
    setDaemon(true);
    setContextClassLoader(null);
    // Otherwise the application's default handler would be called.
    setUncaughtExceptionHandler((self, thrown) -> {});
  }

  @Override
  public void interrupt() {
    // Only close() ends the endpoint.
  }
}
