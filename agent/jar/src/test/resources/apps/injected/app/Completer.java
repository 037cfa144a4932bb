package app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A thread of the application that completes stages. It survives what dependents throw. */
final class Completer implements Runnable {
  private static final Mailbox<Object[]> TASKS = new Mailbox<Object[]>();

  static void start() {
    Thread thread = new Thread(new Completer(), "completer");
    thread.setDaemon(true);
    thread.start();
  }

  static CompletionStage<String> later(String text) {
    CompletableFuture<String> stage = new CompletableFuture<String>();
    TASKS.add(new Object[] {stage, text});
    return stage;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void run() {
    while (true) {
      try {
        Object[] task = TASKS.take();
        TimeUnit.MICROSECONDS.sleep(200);
        ((CompletableFuture<String>) task[0]).complete((String) task[1]);
      } catch (Throwable failure) {
        if (!(failure instanceof ThreadDeath)) {
          Counter.wrong("completing thread: " + failure);
        }
      }
    }
  }
}
