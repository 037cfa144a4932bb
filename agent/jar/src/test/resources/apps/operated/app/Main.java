package app;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** Executes commands line by line, and prints a reply to each. */
public class Main {
  private static Legacy waiting = new Legacy();

  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    say("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "call":
          call(Integer.parseInt(words[1]));
          break;
        case "enter":
          enter();
          break;
        case "leave":
          waiting.go.countDown();
          say("left");
          break;
        case "footprint":
          footprint();
          break;
        case "threads":
          say(threads().toString());
          break;
        case "jmx":
          ManagementFactory.getPlatformMBeanServer();
          say("jmx");
          break;
        case "pauseByJmx":
          say(Jmx.pause(words[1]));
          break;
        default:
          say("bye");
          return;
      }
    }
  }

  private static void say(String text) {
    System.out.println("> " + text);
    System.out.flush();
  }

  private static void call(int times) {
    Legacy legacy = new Legacy();
    StringBuilder results = new StringBuilder();
    for (int i = 0; i < times; i++) {
      String quoted = legacy.quote("anna", i);
      int total = legacy.total(i);
      if (i == times - 1) {
        results.append(quoted).append(' ').append(total);
      }
    }
    say(results.toString());
  }

  private static void enter() throws InterruptedException {
    waiting = new Legacy();
    Legacy here = waiting;
    Thread thread =
        new Thread(
            () -> {
              try {
                here.slow("berta");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    here.inside.await();
    say("inside");
  }

  private static TreeSet<String> threads() {
    TreeSet<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("understudy")) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  private static void footprint() {
    long metaspace = 0;
    for (int i = 0; i < 5; i++) {
      System.gc();
      // No condition tells that unloaded classes have left the metaspace: give the JVM some time.
      LockSupport.parkNanos(50_000_000);
    }
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().startsWith("Metaspace")) {
        metaspace = pool.getUsage().getUsed();
      }
    }
    String[] open = new File("/proc/self/fd").list();
    say(
        metaspace / 1024
            + " "
            + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()
            + " "
            + Thread.getAllStackTraces().size()
            + " "
            + (open == null ? 0 : open.length));
  }
}
