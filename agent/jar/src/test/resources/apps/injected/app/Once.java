package app;

import io.understudy.bridge.Faults;
import java.io.File;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * One fault during the start or the end of the JVM. Arguments: file of sites, file of results, and what
 * to do: {@code profile}, {@code start} (the fault is armed by a system property) or {@code end}; for
 * the last one also site, fault and executions before it.
 */
public class Once {
  private static final int DONE = 7;

  public static void main(String[] args) throws Exception {
    int[] start = Faults.HITS.clone();
    Site.read(new File(args[0]));
    final PrintStream results = new PrintStream(new FileOutputStream(args[1], true), true, "UTF-8");
    Thread.setDefaultUncaughtExceptionHandler(new Thread.UncaughtExceptionHandler() {
      @Override
      public void uncaughtException(Thread thread, Throwable thrown) {
        results.println("WRONG\tdefault handler: " + thrown + " on " + thread.getName());
      }
    });
    Completer.start();
    Threads threads = new Threads(2);
    for (int i = 0; i < 20; i++) {
      threads.each(new Threads.Task() {
        @Override
        public void run(Calls calls) {
          calls.soon();
        }
      });
    }
    String wrong = Counter.takeWrong();
    if (!wrong.isEmpty()) {
      results.println("WRONG\t" + wrong);
    }
    StringBuilder counts = new StringBuilder("MADE");
    for (String point : Counter.MADE.keySet()) {
      counts.append('\t').append(point).append('=').append(Counter.of(Counter.RAN, point));
      counts.append('=').append(Counter.of(Counter.MADE, point));
    }
    results.println(counts);
    if (args[2].equals("profile")) {
      list("START", start, results);
      Runtime.getRuntime().addShutdownHook(profileOfTheEnd(Faults.HITS.clone(), results));
      Faults.profile();
    } else if (args[2].equals("end")) {
      Faults.arm(number(args[3]), number(args[4]), number(args[5]), 0);
    } else {
      results.println("RAISED\t" + Faults.raised + "\t" + Faults.thread);
    }
    System.exit(DONE);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static void list(String title, int[] hits, PrintStream results) {
    StringBuilder text = new StringBuilder(title);
    for (int i = 0; i < hits.length; i++) {
      if (hits[i] != 0) {
        text.append('\t').append(i);
      }
    }
    results.println(text);
  }

  /** Lists the sites of the agent's shutdown hook, and those that run for the first time, at the end. */
  private static Thread profileOfTheEnd(final int[] before, final PrintStream results) {
    return new Thread("profile") {
      @Override
      public void run() {
        try {
          Thread.sleep(1500);
        } catch (InterruptedException early) {
          results.println("WRONG\tinterrupted");
        }
        int[] sites = Faults.ROLES.clone();
        for (int i = 0; i < sites.length; i++) {
          if (before[i] != 0 && (sites[i] & Faults.SHUTDOWN) == 0) {
            sites[i] = 0;
          }
        }
        list("END", sites, results);
      }
    };
  }
}
