package app;

import io.understudy.bridge.Bridge;
import io.understudy.bridge.Faults;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Raises one fault after the other and checks the books after each. Arguments: file of sites, file of
 * results, journal, two configurations, and the plan: what to run, how many parts, which part, from
 * which experiment on.
 */
public class Main {
  private static final int DONE = 7;
  private static final int STOP = 8;
  private static final int PAUSE = 9;

  /** One JVM runs no longer than this, since the test kills a JVM that takes longer. */
  private static final long MOST_NANOS = Long.getLong("faults.seconds", 60) * 1000000000L;

  private static final int FAULTS_BEFORE_A_RELOAD = 40;

  private final List<Site> sites;
  private final PrintStream results;
  private final Books books;
  private final String[] configurations;
  private final Plan plan;
  private Threads threads = new Threads(2);
  private int reloads;

  private Main(String[] args) throws Exception {
    sites = Site.read(new File(args[0]));
    results = new PrintStream(new java.io.FileOutputStream(args[1], true), true, "UTF-8");
    books = new Books(new File(args[2]));
    configurations = new String[] {args[3], args[4]};
    plan = new Plan(args[5]);
  }

  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(new Thread.UncaughtExceptionHandler() {
      @Override
      public void uncaughtException(Thread thread, Throwable thrown) {
        Counter.wrong("default handler: " + thrown + " on " + thread.getName());
      }
    });
    Faults.exempt(Thread.currentThread());
    Completer.start();
    new Main(args).run();
  }

  private final Threads.Task soon = new Threads.Task() {
    @Override
    public void run(Calls calls) {
      calls.soon();
    }
  };

  private final Threads.Task late = new Threads.Task() {
    @Override
    public void run(Calls calls) {
      calls.soon();
      calls.late();
    }
  };

  /** Replaces the generation between calls, on a thread that a fault may strike. */
  private final Threads.Task reload = new Threads.Task() {
    @Override
    public void run(Calls calls) throws Exception {
      calls.soon();
      if (Thread.currentThread().getName().equals("app-0")) {
        try {
          askToReload();
        } catch (ThreadDeath stopped) {
          Counter.DEATHS.incrementAndGet();
        } catch (Throwable refused) {
          // The thread that asks gets the fault that has struck it. It is none of the calls.
          lastRefusal = String.valueOf(refused);
        }
      }
      calls.soon();
    }
  };

  private volatile String lastRefusal = "";

  private final Threads.Task quote = new Threads.Task() {
    @Override
    public void run(Calls calls) {
      calls.quote();
    }
  };

  private void run() throws Exception {
    for (int i = 0; i < 150; i++) {
      threads.each(soon);
    }
    reload();
    books.await(false);
    int[] fast = profile(soon, 60, 20);
    int[] slow = profile(late, 12, 130);
    int[] change = profile(reload, 4, 50);
    report("START", Counter.takeWrong() + books.await(false) + Books.missingThreads());
    List<Experiment> experiments = plan.experiments(sites, fast, slow, change);
    results.println("PLAN\t" + experiments.size());
    int sinceReload = 0;
    long start = System.nanoTime();
    for (int i = 0; i < experiments.size(); i++) {
      if (System.nanoTime() - start > MOST_NANOS) {
        end(PAUSE);
      }
      Experiment each = experiments.get(i);
      results.println("TRY\t" + each.id + "\t" + each);
      String wrong = run(each, fast[each.site] > 0 ? soon : slow[each.site] > 0 ? late : reload);
      String state = Faults.raised == 0 ? "MISS" : wrong.isEmpty() ? "OK" : "FAIL";
      results.println(
          state + "\t" + each.id + "\t" + each + "\t" + sites.get(each.site) + "\t" + Faults.thread + "\t" + wrong);
      if (!wrong.isEmpty()) {
        // The marks of a thread are its own. What is wrong with them must not fail later experiments.
        threads = new Threads(2);
      }
      if (wrong.contains(" threads understudy-") || wrong.contains("does not return")) {
        // Nothing after this would be counted; the test starts another JVM with the next experiment.
        results.println("STOP");
        Runtime.getRuntime().halt(STOP);
      }
      if (++sinceReload == FAULTS_BEFORE_A_RELOAD) {
        sinceReload = 0;
        reload();
        books.expectAllFates();
        report("RELOAD", books.await(false) + Books.missingThreads());
      }
    }
    end(DONE);
  }

  /** Writes the sites that were reached and the calls that were made, and exits. */
  private void end(int code) {
    StringBuilder hits = new StringBuilder("HITS");
    for (int i = 0; i < Faults.HITS.length; i++) {
      if (Faults.HITS[i] != 0) {
        hits.append('\t').append(i);
      }
    }
    results.println(hits);
    StringBuilder counts = new StringBuilder("MADE");
    for (String point : Counter.MADE.keySet()) {
      counts.append('\t').append(point).append('=').append(books.counted(point));
    }
    results.println(counts);
    results.println(code == DONE ? "DONE" : "PAUSE");
    System.exit(code);
  }

  private void report(String what, String wrong) {
    if (!wrong.isEmpty()) {
      results.println("FAIL\t-\t" + what + "\t" + wrong);
    }
  }

  /** Returns the executions of each site during some rounds. */
  private int[] profile(Threads.Task round, int rounds, long pause) throws Exception {
    int[] before = Faults.HITS.clone();
    Faults.profile();
    for (int i = 0; i < rounds; i++) {
      threads.each(round);
      Thread.sleep(pause);
    }
    Faults.disarm();
    int[] hits = Faults.HITS.clone();
    for (int i = 0; i < hits.length; i++) {
      hits[i] -= before[i];
    }
    return hits;
  }

  private String run(Experiment each, Threads.Task round) throws Exception {
    Faults.arm(each.site, each.fault, each.skip, each.further);
    long start = System.nanoTime();
    for (int i = 0; i < plan.rounds && Faults.raised == 0; i++) {
      threads.each(round);
      for (int n = 0; n < 15 && Faults.raised == 0; n++) {
        Thread.sleep(1);
      }
    }
    // Sites of the timer and of the operator run by the clock alone.
    while (Faults.raised == 0 && System.nanoTime() - start < plan.patience) {
      Thread.sleep(2);
    }
    int raised = Faults.raised;
    Faults.disarm();
    threads.each(quote);
    if (round == reload) {
      reload();
      threads.each(quote);
    }
    String wrong = books.await(mayStayInFlight(each)) + Books.missingThreads();
    int deaths = Counter.DEATHS.getAndSet(0);
    // A CompletableFuture keeps what its dependents throw.
    boolean isDue =
        each.fault == 2
            && raised > 0
            && Faults.thread.startsWith("app-")
            && !stack(Faults.last).contains("CompletableFuture.");
    if (isDue && deaths == 0) {
      wrong += "ThreadDeath is swallowed";
    } else if (!isDue && deaths != 0 && !isInJdk(each)) {
      wrong += "ThreadDeath on another thread";
    }
    String calls = Counter.takeWrong();
    if (!isInJdk(each)) {
      wrong += calls;
    }
    return wrong.isEmpty() ? "" : wrong + " STACK " + stack(Faults.last);
  }

  /**
   * Several faults in a row, and a thread that is stopped, may leave a call without a fate. It is dropped
   * when its generation ends.
   */
  private static boolean mayStayInFlight(Experiment each) {
    return each.further > 0 || each.fault == 2;
  }

  /**
   * Whether the stack ended, or the thread was stopped, inside a method of the JDK that the agent guards or
   * that calls it back. Such an error leaves the method as if its own frame were larger.
   */
  private static boolean isInJdk(Experiment each) {
    Throwable raised = Faults.last;
    if (raised == null || each.fault != 1 && each.fault != 2) {
      return false;
    }
    for (StackTraceElement frame : raised.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith("java.")) {
        return true;
      }
      if (!name.startsWith("io.understudy.")) {
        return false;
      }
    }
    return false;
  }

  private static String stack(Throwable raised) {
    StringBuilder text = new StringBuilder();
    StackTraceElement[] frames = raised == null ? new StackTraceElement[0] : raised.getStackTrace();
    for (int i = 0; i < Math.min(14, frames.length); i++) {
      String name = frames[i].getClassName();
      text.append(name.substring(name.lastIndexOf('.') + 1)).append('.').append(frames[i].getMethodName());
      text.append(':').append(frames[i].getLineNumber()).append(' ');
    }
    return text.toString();
  }

  private void reload() throws Exception {
    String answer = askToReload();
    if (!answer.startsWith("done")) {
      report("RELOAD", answer.replace('\n', ' '));
    }
  }

  private String askToReload() throws Exception {
    Map<String, String> request = new HashMap<String, String>();
    request.put("command", "reload");
    request.put("configuration", configurations[++reloads % 2]);
    return Bridge.verbs().apply(request);
  }
}
