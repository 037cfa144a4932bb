package chaos;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that are stopped, suspended and interrupted. */
@SuppressWarnings({"deprecation", "removal"})
final class Stops {
  private Stops() {}

  static List<Thread> threads(String prefix) {
    List<Thread> found = new ArrayList<Thread>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(prefix)) {
        found.add(thread);
      }
    }
    return found;
  }

  /** Stops threads of the application while they call; each must die of it. */
  public static final class Application implements Action {
    @Override
    public void run(String[] words) throws Exception {
      final AtomicInteger deaths = new AtomicInteger();
      Work.run(1, 10);
      int count = Integer.parseInt(words[0]);
      int survivors = 0;
      for (int i = 0; i < count; i++) {
        CountDownLatch started = new CountDownLatch(1);
        Thread thread =
            new Thread(
                () -> {
                  try {
                    started.countDown();
                    for (int n = 0; ; n++) {
                      Work.quote(n);
                      Work.lines(n);
                    }
                  } catch (ThreadDeath death) {
                    deaths.incrementAndGet();
                    throw death;
                  }
                });
        thread.start();
        started.await();
        Thread.sleep(3);
        thread.stop();
        thread.join(5000);
        if (thread.isAlive()) {
          // The JVM has lost the stop in a callback of its own, such as a class file transformer.
          survivors++;
          thread.stop();
          thread.join(5000);
        }
        if (thread.isAlive()) {
          System.out.println("survives all stops: " + i);
          System.exit(3);
        }
      }
      if (survivors > count / 30) {
        System.out.println("survivors " + survivors);
      }
      System.out.println("deaths " + deaths);
      Work.run(2, 50);
    }
  }

  /** Stops all threads of the agent, again and again. */
  public static final class Agent implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Thread.setDefaultUncaughtExceptionHandler((thread, error) -> System.exit(9));
      Work.run(2, 50);
      for (int i = 0; i < 5; i++) {
        for (Thread thread : threads("understudy-")) {
          if (!thread.getName().contains("shutdown")) {
            thread.stop();
          }
        }
        Thread.sleep(200);
        Work.run(1, 20);
      }
      Thread.sleep(1500);
      Work.run(2, 100);
    }
  }

  /** Throws an error at any instruction of the agent's threads. */
  public static final class Asynchronous implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Thread.setDefaultUncaughtExceptionHandler((thread, error) -> System.exit(9));
      Method stop = Thread.class.getDeclaredMethod("stop0", Object.class);
      stop.setAccessible(true);
      Work.run(2, 50);
      for (int i = 0; i < 40; i++) {
        for (Thread thread : threads("understudy-")) {
          // Not OutOfMemoryError and StackOverflowError: these say that nothing has happened yet.
          stop.invoke(thread, i % 2 == 0 ? new Error("thrown") : new ThreadDeath());
        }
        Work.run(1, 5);
        Thread.sleep(10);
      }
      Thread.sleep(1500);
      Work.run(2, 100);
    }
  }

  /** Suspends all threads of the agent for ever. */
  public static final class Suspend implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 50);
      for (Thread thread : threads("understudy-")) {
        thread.suspend();
      }
      Work.run(2, 50);
    }
  }

  /** Interrupts all threads from the root group for a while. */
  public static final class Interrupts implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 50);
      Work.Load load = Work.Load.start(1, true, 200);
      loop(1500);
      // This thread has its flag, which the application clears itself.
      System.out.println("interrupted " + Thread.interrupted());
      load.stop();
      Work.run(2, 50);
    }

    static void loop(long millis) {
      ThreadGroup root = Thread.currentThread().getThreadGroup();
      while (root.getParent() != null) {
        root = root.getParent();
      }
      long until = System.nanoTime() + millis * 1_000_000L;
      while (System.nanoTime() - until < 0) {
        root.interrupt();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
          thread.interrupt();
        }
        java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
      }
    }
  }

  /** A thread calls with its interrupt flag set, and keeps it. */
  public static final class Flag implements Action {
    @Override
    public void run(String[] words) throws Exception {
      int wrong = 0;
      for (int n = 0; n < 200; n++) {
        Thread.currentThread().interrupt();
        wrong += Work.quote(n) + Work.lines(n);
        wrong += Thread.interrupted() ? 0 : 1;
      }
      System.out.println("wrong " + wrong);
    }
  }

  /** Calls everything that the bridge offers to anybody. */
  public static final class HostileBridge implements Action {
    /** What woven code calls: to call it is to make a call. */
    private static final List<String> WOVEN =
        java.util.Arrays.asList("enter", "take", "self", "capture", "exit");

    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 20);
      int wrong = 0;
      for (String name : new String[] {"Bridge", "Shadow", "Marks", "Gate", "JdkGuard"}) {
        Class<?> type;
        try {
          type = Class.forName("io.understudy.bridge." + name, true, null);
        } catch (ClassNotFoundException without) {
          continue;
        }
        for (Method method : type.getDeclaredMethods()) {
          if (!java.lang.reflect.Modifier.isStatic(method.getModifiers())
              || method.isSynthetic()
              || WOVEN.contains(method.getName())
              || method.getName().toLowerCase(Locale.ROOT).contains("suppress")) {
            continue;
          }
          call(method);
          for (int n = 0; n < 5; n++) {
            wrong += Work.quote(n) + Work.lines(n);
          }
        }
      }
      System.out.println("wrong " + wrong);
      Work.run(2, 50);
    }

    private static void call(Method method) {
      Class<?>[] types = method.getParameterTypes();
      Object[] values = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        values[i] = value(types[i]);
      }
      try {
        if (java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
          method.invoke(null, values);
        }
      } catch (Exception refused) {
        return;
      }
    }

    private static Object value(Class<?> type) {
      if (type == int.class) {
        return 0;
      } else if (type == boolean.class) {
        return false;
      } else if (type == long.class) {
        return 0L;
      } else if (type == Object.class) {
        return new Object();
      } else if (type == int[].class) {
        return new int[4];
      }
      return null;
    }
  }

  /** A thread of the application declares itself a thread of the agent. */
  public static final class HostileSuppress implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 20);
      try {
        Class.forName("io.understudy.bridge.Bridge", true, null).getMethod("suppress").invoke(null);
      } catch (ReflectiveOperationException refused) {
        // without the agent, or refused by it
      }
      int wrong = 0;
      for (int n = 0; n < 50; n++) {
        wrong += Work.quote(n) + Work.lines(n);
      }
      System.out.println("wrong " + wrong);
      Work.run(2, 20);
    }
  }
}
