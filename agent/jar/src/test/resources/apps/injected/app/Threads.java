package app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads of the application that make the calls. */
final class Threads {
  interface Task {
    void run(Calls calls) throws Exception;
  }

  private final Mailbox<Task>[] queues;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Threads(int count) {
    queues = new Mailbox[count];
    for (int i = 0; i < count; i++) {
      final Mailbox<Task> queue = new Mailbox<Task>();
      queues[i] = queue;
      Thread thread = new Thread("app-" + i) {
        @Override
        public void run() {
          Calls calls = new Calls();
          while (true) {
            try {
              queue.take().run(calls);
            } catch (Exception interrupted) {
              Counter.wrong("the application's thread: " + interrupted);
            }
          }
        }
      };
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Runs a task on each thread and waits for all. */
  void each(final Task task) throws InterruptedException {
    final CountDownLatch end = new CountDownLatch(queues.length);
    for (Mailbox<Task> queue : queues) {
      queue.add(new Task() {
        @Override
        public void run(Calls calls) {
          try {
            task.run(calls);
          } catch (ThreadDeath stopped) {
            Counter.DEATHS.incrementAndGet();
          } catch (Throwable thrown) {
            Counter.wrong("outside of a call: " + thrown);
          } finally {
            end.countDown();
          }
        }
      });
    }
    if (!end.await(90, TimeUnit.SECONDS)) {
      Counter.wrong("a call of the application does not return");
    }
  }
}
