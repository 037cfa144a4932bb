package app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Prints everything that a caller can observe; it must be the same with and without the agent. */
public class Main {
  public static void main(String[] args) throws Exception {
    final Legacy legacy = new Legacy();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread() {
              @Override
              public void run() {
                // Hooks run at the same time: let the agent's own hook begin first.
                LockSupport.parkNanos(300_000_000L);
                System.out.println("in the shutdown hook: " + legacy.quote(new Cart("a"), 5));
              }
            });
    for (int i = 0; i < 50; i++) {
      Cart cart = new Cart("a", "b");
      System.out.println(legacy.quote(cart, i) + " " + cart.items + " " + cart.touched);
    }
    List<Object> list = new ArrayList<Object>();
    System.out.println("same object: " + (legacy.same(list) == list));
    System.out.println("same null: " + (legacy.same(null) == null));
    RuntimeException thrown = new IllegalArgumentException("broke");
    try {
      legacy.fails(thrown);
    } catch (RuntimeException caught) {
      System.out.println("same exception: " + (caught == thrown) + ", " + caught.getMessage());
      System.out.println(caught.getSuppressed().length + " suppressed");
    }
    try {
      System.out.println(legacy.refuses("no"));
    } catch (IllegalStateException caught) {
      System.out.println("refused: " + caught.getMessage());
    }
    try {
      legacy.quote(null, 1);
    } catch (NullPointerException caught) {
      System.out.println("thrown at " + caught.getStackTrace()[0] + " from " + caught.getStackTrace()[1]);
    }
    System.out.println("interrupted: " + Thread.currentThread().isInterrupted());
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("understudy")
          && !(thread.isDaemon()
              && (thread.getContextClassLoader() == null
                  || thread.getName().startsWith("understudy-replay")))) {
        System.out.println("not a quiet daemon: " + thread);
      }
    }
  }
}
