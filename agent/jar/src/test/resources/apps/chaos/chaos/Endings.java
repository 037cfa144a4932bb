package chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The ways in which the application ends. */
final class Endings {
  private Endings() {}

  /** Calls, and calls System.exit inside a control. */
  public static final class ExitInControl implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 100);
      Counter.called();
      new Legacy().last(5);
    }
  }

  /** The main thread returns while calls wait in the queue. */
  public static final class Queued implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 500);
    }
  }

  /** Threads that are no daemons go on after main, others do not. */
  public static final class AfterMain implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.Load.start(1, true, 500);
      Thread longer =
          new Thread(
              () -> {
                try {
                  Thread.sleep(300);
                  Work.run(1, 50);
                  Counter.certain(Counter.now());
                  System.out.println("own thread is done");
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      longer.start();
    }
  }

  /** Ends by Runtime.halt while calls are made. */
  public static final class Halt implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.Load.start(2, true, 100);
      Work.run(1, 100);
      long before = Counter.now();
      Thread.sleep(1000);
      Counter.certain(before);
      System.out.println("halts");
      System.out.flush();
      Runtime.getRuntime().halt(6);
    }
  }

  /** The main thread dies of an exception. */
  public static final class Uncaught implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 50);
      throw new IllegalStateException("the application's own");
    }
  }

  /** A shutdown hook of the application calls controls. */
  public static final class CallingHook implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 50);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    int wrong = 0;
                    for (int n = 0; n < 300; n++) {
                      wrong += Work.quote(n);
                      wrong += Work.lines(n);
                    }
                    System.out.println("in the hook: wrong " + wrong);
                  }));
      Counter.certain(Counter.now());
      System.exit(11);
    }
  }

  /** Several threads call System.exit at once while others call. */
  public static final class ManyExits implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 50);
      Work.Load.start(2, true, 50);
      Thread.sleep(200);
      Counter.certain(Counter.now());
      for (int i = 0; i < 4; i++) {
        new Thread(() -> System.exit(12)).start();
      }
      new CountDownLatch(1).await();
    }
  }

  /** A thread holds the lock that a candidate needs, until the end. */
  public static final class HeldLock implements Action {
    @Override
    public void run(String[] words) throws Exception {
      final AtomicInteger calls = new AtomicInteger();
      synchronized (Legacy.LOCK) {
        for (int n = 0; n < 50; n++) {
          calls.addAndGet(Work.quote(n));
          Thread.sleep(5);
        }
        System.out.println("wrong " + calls);
        Work.run(2, 50);
      }
    }
  }
}
