package app;

import io.understudy.bridge.Bridge;
import io.understudy.bridge.Faults;
import java.io.File;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Raises one fault after the other and checks the books after each. Arguments: file of sites, file of
 * results, journal, two configurations, and the {@link Plan}.
 */
public class Main {
  private static final int DONE = 7;
  private static final int STOP = 8;
  private static final int PAUSE = 9;

  /** One JVM runs no longer than this, since the test kills a JVM that takes longer. */
  private static final long MOST_NANOS = Long.getLong("faults.seconds", 60) * 1000000000L;

  /** Faults by their index in {@link Faults#NAMES}. */
  private static final int STACK = 1;

  private static final int DEATH = 2;

  private static PrintStream output = System.err;

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
    output = results;
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

  private final Round[] rounds = {
    new Round("soon", 60, 20, Calls::soon),
    // On one thread, since its comparisons take the most time of all.
    new Round("values", 8, 60, calls -> {
      if (isFirst()) {
        calls.values();
      }
    }),
    new Round("work", 15, 30, Work::run),
    new Round("late", 12, 130, calls -> {
      calls.soon();
      calls.late();
    }),
    new Round("operation", 4, 50, calls -> {
      calls.soon();
      if (isFirst()) {
        Operation.run();
        Work.settings();
      }
      calls.soon();
    }),
    // Replaces the generation between calls, on a thread that a fault may strike.
    new Round("reload", 4, 50, calls -> {
      calls.soon();
      if (isFirst()) {
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
    })
  };

  private volatile String lastRefusal = "";

  private static boolean isFirst() {
    return Thread.currentThread().getName().equals("app-0");
  }

  private void run() throws Exception {
    for (int i = 0; i < 150; i++) {
      threads.each(Calls::soon);
    }
    for (Round each : rounds) {
      each.warmUp(threads);
    }
    reload();
    report("WARM-UP", Counter.takeWrong() + books.await(false));
    for (Round each : rounds) {
      each.profile(threads);
      report("START " + each.name, Counter.takeWrong() + books.await(false) + Books.missingThreads());
    }
    List<Experiment> experiments = plan.experiments(sites, rounds);
    list("RUNS", site -> Round.of(rounds, site) != null);
    results.println("PLAN\t" + experiments.size());
    int sinceReload = 0;
    long start = System.nanoTime();
    for (Experiment each : experiments) {
      if (System.nanoTime() - start > MOST_NANOS) {
        end(PAUSE);
      }
      make(each);
      if (++sinceReload == FAULTS_BEFORE_A_RELOAD) {
        sinceReload = 0;
        reload();
        awaitThreads();
        books.expectAllFates();
        report("RELOAD", books.await(false) + Books.missingThreads());
      }
    }
    end(DONE);
  }

  private void make(Experiment each) throws Exception {
    results.println("TRY\t" + each.id + "\t" + each);
    long began = System.nanoTime();
    String wrong = run(each);
    String state = Faults.raised == 0 ? "MISS" : wrong.isEmpty() ? "OK" : "FAIL";
    long millis = (System.nanoTime() - began) / 1000000;
    results.println(
        state + "\t" + each.id + "\t" + each + "\t" + sites.get(each.site) + "\t" + Faults.thread + "\t"
            + each.round.name + "\t" + millis + " ms\t" + wrong);
    if (!wrong.isEmpty()) {
      // The marks of a thread are its own. What is wrong with them must not fail later experiments.
      threads = new Threads(2);
    }
    if (wrong.contains(" threads understudy-") || wrong.contains("does not return")) {
      // Nothing after this would be counted; the test starts another JVM with the next experiment.
      results.println("STOP");
      Runtime.getRuntime().halt(STOP);
    }
  }

  /** Writes the sites that were reached and the calls that were made, and exits. */
  private void end(int code) {
    list("HITS", site -> Faults.HITS[site] != 0);
    StringBuilder counts = new StringBuilder("MADE");
    for (String point : Counter.MADE.keySet()) {
      counts.append('\t').append(point).append('=').append(books.counted(point));
    }
    results.println(counts);
    results.println(code == DONE ? "DONE" : "PAUSE");
    System.exit(code);
  }

  private void list(String title, IntPredicate isListed) {
    StringBuilder text = new StringBuilder(title);
    for (int i = 0; i < Faults.HITS.length; i++) {
      if (isListed.test(i)) {
        text.append('\t').append(i);
      }
    }
    results.println(text);
  }

  private void report(String what, String wrong) {
    if (!wrong.isEmpty()) {
      results.println("FAIL\t-\t" + what + "\t" + wrong);
    }
  }

  /** Reports what must not happen while the JVM ends. */
  static void wrongAtEnd(String what) {
    output.println("FAIL\t-\tEND\t" + what);
  }

  private String run(Experiment each) throws Exception {
    Faults.arm(each.site, each.fault, each.skip, each.further);
    long start = System.nanoTime();
    long end = start + plan.patience();
    for (int i = 0; i < 2 || i < plan.rounds() && System.nanoTime() - end < 0; i++) {
      threads.each(each.round.task);
      for (int n = 0; n < 15 && Faults.raised == 0; n++) {
        Thread.sleep(1);
      }
      if (Faults.raised > 0) {
        break;
      }
    }
    // Sites of the timer and of the operator run by the clock alone.
    while (Faults.raised == 0 && System.nanoTime() - end < 0) {
      Thread.sleep(2);
    }
    boolean isRaised = Faults.raised > 0;
    Faults.disarm();
    threads.each(Calls::quote);
    if (each.round.name.equals("operation")) {
      Operation.ask("resume", "points", "");
    } else if (each.round.name.equals("reload")) {
      reload();
      awaitThreads();
    }
    String wrong = books.await(mayStayInFlight(each)) + Books.missingThreads() + Work.changedSettings();
    int deaths = Counter.DEATHS.getAndSet(0);
    String calls = Counter.takeWrong();
    if (isRaised && isOfThread(each)) {
      Work.renew();
    } else {
      wrong += calls + (deaths == 0 || each.fault == DEATH ? "" : "ThreadDeath on another thread");
    }
    if (isRaised && isDeathDue(each) && deaths == 0) {
      wrong += "ThreadDeath is swallowed";
    }
    return wrong.isEmpty() ? "" : wrong + " STACK " + stack(Faults.last);
  }

  /** The metrics begin with the first call of a generation, which the timer may complete later. */
  private void awaitThreads() throws Exception {
    for (int i = 0; i < 500; i++) {
      threads.each(Calls::quote);
      if (Books.missing().isEmpty()) {
        return;
      }
      Thread.sleep(20);
    }
  }

  /**
   * Several faults in a row, a thread that is stopped, and a stack that ends where the end of a control calls
   * the agent, may leave a call without a fate. It is dropped when its generation ends.
   */
  private static boolean mayStayInFlight(Experiment each) {
    return each.further > 0 || each.fault == DEATH || each.fault == STACK && isAtEndOfControl();
  }

  private static boolean isAtEndOfControl() {
    boolean isExit = false;
    for (StackTraceElement frame : Faults.last == null ? new StackTraceElement[0] : Faults.last.getStackTrace()) {
      if (isExit || frame.getClassName().startsWith("app.")) {
        return isExit && frame.getClassName().equals("app.Legacy");
      }
      isExit = frame.getClassName().equals("io.understudy.bridge.Bridge") && frame.getMethodName().equals("exit");
    }
    return false;
  }

  /** Whether a thread that makes calls was stopped where nothing but the agent could swallow it. */
  private static boolean isDeathDue(Experiment each) {
    // A CompletableFuture keeps what its dependents throw, and a bean wraps it.
    return each.fault == DEATH
        && Faults.thread.startsWith("app-")
        && !each.round.name.equals("operation")
        && !stack(Faults.last).contains("CompletableFuture.");
  }

  /**
   * Whether the error ends a thread of the application, or a method of the JDK on it, for good reason: the
   * thread was stopped there; or its stack ended in one of the two methods in which a thread of a pool or of a
   * timer begins. A thread that has no stack at its beginning ends without the agent, too.
   */
  private static boolean isOfThread(Experiment each) {
    String thread = Faults.thread;
    String first = firstOfJdk();
    if (each.fault == DEATH) {
      return !first.isEmpty() || !thread.startsWith("app-") && !thread.startsWith("understudy-");
    }
    return each.fault == STACK
        && (first.equals("java.util.concurrent.ThreadPoolExecutor.runWorker")
            || first.equals("java.util.TimerThread.mainLoop"));
  }

  /** The method of the JDK in which the agent was called; empty if code of the application has called it. */
  private static String firstOfJdk() {
    Throwable raised = Faults.last;
    if (raised != null) {
      for (StackTraceElement frame : raised.getStackTrace()) {
        String name = frame.getClassName();
        if (name.startsWith("java.")) {
          return name + "." + frame.getMethodName();
        }
        if (!name.startsWith("io.understudy.")) {
          return "";
        }
      }
    }
    return "";
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
