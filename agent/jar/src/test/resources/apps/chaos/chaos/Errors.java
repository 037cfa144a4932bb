package chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Errors of the JVM: no stack, no memory. */
final class Errors {
  private static final Legacy LEGACY = new Legacy();

  private Errors() {}

  /** Four threads fill their stacks by calling a control at each depth, again and again. */
  public static final class Recursion implements Action {
    @Override
    public void run(String[] words) throws Exception {
      final int times = Integer.parseInt(words[0]);
      final AtomicInteger overflows = new AtomicInteger();
      Thread[] threads = new Thread[4];
      for (int i = 0; i < threads.length; i++) {
        threads[i] =
            new Thread(
                null,
                () -> {
                  for (int t = 0; t < times; t++) {
                    try {
                      down(0);
                    } catch (StackOverflowError full) {
                      overflows.incrementAndGet();
                    }
                  }
                },
                "recursing-" + i,
                200_000);
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      System.out.println("overflows " + overflows);
      Work.run(2, 50);
    }

    private static int down(int n) {
      Counter.called();
      if (n % 4 == 3) {
        LEGACY.lines(new ArrayList<String>());
      } else {
        LEGACY.quote(8 * n);
      }
      return 1 + down(n + 1);
    }
  }

  /** One call at each of the last depths of the stack, one depth after the other. */
  public static final class EachDepth implements Action {
    private static int deepest;

    @Override
    public void run(String[] words) throws Exception {
      Thread thread =
          new Thread(
              null,
              () -> {
                for (int warm = 0; warm < 200; warm++) {
                  call(0);
                }
                try {
                  measure(0);
                } catch (StackOverflowError full) {
                  // the depth is known now
                }
                for (int depth = Math.max(0, deepest - 3000); depth < deepest; depth += 3) {
                  try {
                    descend(depth);
                  } catch (StackOverflowError full) {
                    // expected near the end
                  }
                }
              },
              "descending",
              300_000);
      thread.start();
      thread.join();
      Work.run(2, 50);
    }

    private static int measure(int depth) {
      deepest = depth;
      return 1 + measure(depth + 1);
    }

    private static int descend(int depth) {
      return depth == 0 ? call(0) : 1 + descend(depth - 1);
    }

    private static int call(int n) {
      Counter.called();
      return LEGACY.quote(8 * n) + LEGACY.lines(new ArrayList<String>()).size();
    }
  }

  /** Threads fill the heap, lose what they have, and fill it again, while others call. */
  public static final class Memory implements Action {
    @Override
    public void run(String[] words) throws Exception {
      final int storms = Integer.parseInt(words[0]);
      Work.Load load = null;
      final AtomicInteger errors = new AtomicInteger();
      Thread[] eaters = new Thread[2];
      load = Work.Load.start(1, true, 100);
      for (int i = 0; i < eaters.length; i++) {
        eaters[i] = new Thread(() -> eat(storms, errors), "eater-" + i);
        eaters[i].start();
      }
      for (Thread eater : eaters) {
        eater.join();
      }
      System.out.println("storms " + (errors.get() > 0));
      // Its threads may have died of the error, as they would without the agent.
      load = null;
      Thread.sleep(300);
      Work.run(2, 100);
      System.exit(0);
    }

    private static void eat(int storms, AtomicInteger errors) {
      for (int i = 0; i < storms; i++) {
        try {
          List<byte[]> eaten = new ArrayList<byte[]>();
          for (int size = 1 << 20; ; size = size > 64 ? size - size / 8 : 64) {
            eaten.add(new byte[size]);
          }
        } catch (OutOfMemoryError full) {
          errors.incrementAndGet();
        }
        Thread.yield();
      }
    }
  }

  /** The heap is full to its last bytes for a while, and calls go on. */
  public static final class FullHeap implements Action {
    private static Object[] held;

    @Override
    public void run(String[] words) throws Exception {
      final AtomicInteger exits = new AtomicInteger();
      Thread.setDefaultUncaughtExceptionHandler((thread, error) -> System.exit(9));
      Work.run(2, 50);
      for (int round = 0; round < 2; round++) {
        fill();
        long until = System.nanoTime() + 200_000_000L;
        for (int n = 0; System.nanoTime() - until < 0; n++) {
          Counter.called();
          try {
            LEGACY.quote(8 * n);
          } catch (OutOfMemoryError own) {
            exits.incrementAndGet();
          }
        }
        held = null;
      }
      Work.run(2, 50);
    }

    private static void fill() {
      Object[] last = null;
      try {
        for (int size = 1 << 18; ; ) {
          try {
            Object[] more = new Object[size];
            more[0] = last;
            last = more;
            held = more;
          } catch (OutOfMemoryError full) {
            if (size < 8) {
              return;
            }
            size /= 2;
          }
        }
      } catch (OutOfMemoryError full) {
        held = last;
      }
    }
  }
}
