package chaos;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Candidates; most misbehave in the way that their names say. */
public class Next {
  static volatile long sink;

  public int right(int n) {
    if (n % 8 == 7) {
      throw new IllegalStateException("no price for " + n);
    }
    return 3 * n + 1;
  }

  public List<String> lines(List<String> in) {
    List<String> out = new ArrayList<String>(in);
    out.add("sum " + in.size());
    in.add("seen");
    return out;
  }

  public List<String> mutates(List<String> in) {
    List<String> out = lines(in);
    for (int i = 0; i < in.size(); i++) {
      in.set(i, "MUTATED");
    }
    in.clear();
    in.add("MUTATED");
    return out;
  }

  public String defaults(int n) {
    return Defaults.text(n);
  }

  public int last(int code) {
    return code;
  }

  public int spin(int n) {
    for (long i = 0; ; i++) {
      sink = i;
    }
  }

  public List<String> spinLines(List<String> in) {
    for (long i = 0; ; i++) {
      sink = i;
    }
  }

  /** Answers rightly but for one of 16 calls, which never ends. */
  public int spinsSometimes(int n) {
    return n % 16 == 3 ? spin(n) : right(n);
  }

  public List<String> endlessList(List<String> in) {
    return new AbstractList<String>() {
      @Override
      public String get(int index) {
        return "x" + index;
      }

      @Override
      public int size() {
        return Integer.MAX_VALUE;
      }
    };
  }

  public List<String> endlessIterator(List<String> in) {
    return new AbstractList<String>() {
      @Override
      public String get(int index) {
        return "x";
      }

      @Override
      public int size() {
        return 3;
      }

      @Override
      public Iterator<String> iterator() {
        return new Iterator<String>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public String next() {
            return "x";
          }

          @Override
          public void remove() {}
        };
      }
    };
  }

  public List<String> blockingAnswer(List<String> in) {
    return new AbstractList<String>() {
      @Override
      public String get(int index) {
        for (; ; ) {
          sink++;
        }
      }

      @Override
      public int size() {
        return 3;
      }
    };
  }

  public int throwsAll(int n) throws Throwable {
    switch (n % 12) {
      case 0:
        throw new ThreadDeath();
      case 1:
        throw new OutOfMemoryError("mine");
      case 2:
        throw new StackOverflowError();
      case 3:
        throw new InternalError("mine");
      case 4:
        throw new LinkageError("mine");
      case 5:
        throw new InterruptedException("mine");
      case 6:
        throw new Exception("checked");
      case 7:
        throw new Throwable("bare");
      case 8:
        throw new AssertionError("mine");
      case 9:
        throw new NoClassDefFoundError("chaos/Gone");
      case 10:
        throw new ExceptionInInitializerError(new Exception("inner"));
      default:
        throw new Thrown.Hostile();
    }
  }

  public int exits(int n) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("CANDIDATE HOOK")));
    try {
      Runtime.getRuntime().halt(4);
    } catch (SecurityException refused) {
      sink++;
    }
    System.exit(3);
    return n;
  }

  public int threads(int n) throws Exception {
    if (n % 200 == 0) {
      for (int i = 0; i < 1000; i++) {
        Thread thread = new Thread(Next::forEver);
        thread.setDaemon(false);
        thread.start();
      }
    }
    return right(n);
  }

  static void forEver() {
    for (; ; ) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException again) {
        sink++;
      }
    }
  }

  public List<String> large(List<String> in) {
    char[] all = new char[25_000_000];
    Arrays.fill(all, 'x');
    return Arrays.asList(new String(all), new String(all));
  }

  public int deadlock(int n) throws InterruptedException {
    synchronized (Locks.FIRST) {
      Thread.sleep(5);
      Thread other =
          new Thread(
              () -> {
                synchronized (Locks.SECOND) {
                  synchronized (Locks.FIRST) {
                    sink++;
                  }
                }
              });
      other.start();
      Thread.sleep(5);
      synchronized (Locks.SECOND) {
        other.join();
      }
    }
    return right(n);
  }

  /** Locks that only candidates use. */
  static final class Locks {
    static final Object FIRST = new Object();
    static final Object SECOND = new Object();
  }

  public int waitsForTheLegacy(int n) {
    synchronized (Legacy.LOCK) {
      return right(n);
    }
  }

  public int interruptsAll(int n) {
    Stops.Interrupts.loop(20);
    return right(n);
  }

  @SuppressWarnings({"deprecation", "removal"})
  public int stopsTheAgent(int n) {
    for (Thread thread : Stops.threads("understudy-")) {
      thread.stop();
    }
    return right(n);
  }

  public int closesTheBridge(int n) throws Exception {
    Class<?> bridge = Class.forName("io.understudy.bridge.Bridge", true, null);
    for (java.lang.reflect.Method method : bridge.getMethods()) {
      if (method.getDeclaringClass() == bridge
          && (method.getName().equals("close") || method.getName().equals("drain"))) {
        method.invoke(null, new Object[method.getParameterTypes().length]);
      }
    }
    return right(n);
  }

  public int stack(int n) {
    return 1 + stack(n + 1);
  }

  public int eatsAll(int n) {
    List<Object> eaten = new ArrayList<Object>();
    for (; ; ) {
      eaten.add(new byte[1 << 16]);
    }
  }

  public int eatsMuch(int n) {
    List<Object> eaten = new ArrayList<Object>();
    for (int i = 0; i < 3000; i++) {
      eaten.add(new byte[1 << 16]);
      if (i % 10 == 0) {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }
    return right(n) + eaten.size() - 3000;
  }

  public int ownState(int n) {
    Thread.currentThread().setName("MINE");
    Thread.currentThread().setPriority(10);
    Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> System.exit(8));
    Thread.currentThread().setContextClassLoader(null);
    Thread.currentThread().interrupt();
    return right(n);
  }

  public Object strange(int n) {
    return new Thrown.StrangeValue();
  }
}
