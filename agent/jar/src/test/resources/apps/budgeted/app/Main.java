package app;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.InputStreamReader;

/** Executes commands line by line, and prints a reply to each. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    say("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "load":
          load(Integer.parseInt(words[1]), Long.parseLong(words[2]));
          say(String.valueOf(Legacy.CALLS.get()));
          break;
        case "call":
          call(Integer.parseInt(words[1]), Long.parseLong(words[2]));
          say(String.valueOf(Legacy.CALLS.get()));
          break;
        case "burst":
          burst(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
          say(String.valueOf(Legacy.CALLS.get()));
          break;
        case "begin":
          begin(Integer.parseInt(words[1]));
          say("begun");
          break;
        case "end":
          isLoaded = false;
          say("ended");
          break;
        case "asked":
          Thread.sleep(Long.parseLong(words[1]));
          say(Next.ASKED.get() + " " + Next.ASKED_WITHOUT_CUSTOMER.get() + " " + Next.ASKED_RARE.get());
          break;
        case "wakeups":
          say(String.valueOf(wakeups(Long.parseLong(words[1]))));
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

  /** Calls as fast as possible in several threads, for some milliseconds. */
  private static void load(int threads, long millis) throws Exception {
    final long end = System.currentTimeMillis() + millis;
    Thread[] all = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      all[i] =
          new Thread() {
            @Override
            public void run() {
              Legacy legacy = new Legacy();
              for (int n = 0; System.currentTimeMillis() < end; n++) {
                legacy.quote("anna", n);
                if (n % 5_000 == 0) {
                  legacy.rare("bert", n);
                }
              }
            }
          };
      all[i].start();
    }
    for (Thread each : all) {
      each.join();
    }
  }

  private static volatile boolean isLoaded;

  /** Begins to call in the background. */
  private static void begin(int threads) {
    isLoaded = true;
    for (int i = 0; i < threads; i++) {
      Thread caller =
          new Thread() {
            @Override
            public void run() {
              Legacy legacy = new Legacy();
              for (int n = 0; isLoaded; n++) {
                legacy.quote(n % 2_000 == 0 ? null : "anna", n);
              }
            }
          };
      caller.setDaemon(true);
      caller.start();
    }
  }

  /** Calls some times at a rate. */
  private static void burst(int times, int perSecond) {
    Legacy legacy = new Legacy();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      while (System.nanoTime() - start < i * (1_000_000_000L / perSecond)) {
        Thread.yield();
      }
      legacy.quote("anna", i);
    }
  }

  /** Calls some times, with a pause after each call. */
  private static void call(int times, long pauseMillis) throws Exception {
    Legacy legacy = new Legacy();
    for (int i = 0; i < times; i++) {
      legacy.quote("anna", i);
      Thread.sleep(pauseMillis);
    }
  }

  /** Returns how often threads of the agent have woken up in this time. */
  private static long wakeups(long millis) throws Exception {
    long before = switches();
    Thread.sleep(millis);
    return switches() - before;
  }

  private static long switches() throws Exception {
    long sum = 0;
    File[] tasks = new File("/proc/self/task").listFiles();
    for (File task : tasks == null ? new File[0] : tasks) {
      if (first(new File(task, "comm"), "understudy") != null) {
        String line = first(new File(task, "status"), "voluntary_ctxt_switches:");
        sum += line == null ? 0 : Long.parseLong(line.substring(line.indexOf(':') + 1).trim());
      }
    }
    return sum;
  }

  private static String first(File file, String prefix) {
    try (BufferedReader in = new BufferedReader(new FileReader(file))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(prefix)) {
          return line;
        }
      }
    } catch (java.io.IOException ended) {
      return null;
    }
    return null;
  }
}
