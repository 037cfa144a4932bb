package io.understudy.bridge;

import java.io.IOException;

/**
 * Throws the armed fault at the armed site. Woven code of the agent calls {@link #hit}, which
 * allocates nothing unless the fault is raised. In the bootstrap loader, beside the bridge.
 */
public final class Faults {
  public static final String[] NAMES = {"MEMORY", "STACK", "DEATH", "INTERRUPT", "IO"};

  /** Executions by site. Increments may be lost under contention, but never all of them. */
  public static final int[] HITS = new int[Integer.getInteger("faults.sites", 0)];

  /** Roles of the threads that have executed each site, while {@link #profile}. */
  public static final int[] ROLES = new int[HITS.length];

  /** The faults that may be raised at each site: bits by index in {@link #NAMES}. */
  public static final byte[] ALLOWED = new byte[HITS.length];

  public static final int APPLICATION = 1;
  public static final int AGENT = 2;
  public static final int SHUTDOWN = 4;

  private static final int NONE = -1;
  private static final int EACH = -2;

  private static volatile int armed = NONE;
  private static volatile boolean profiles;
  private static volatile Thread exempt;

  private static int fault;
  private static int skip;
  private static int more;
  private static int second;
  private static int secondFault;
  private static Thread struck;

  /** How many faults were raised since {@link #arm}; the last thread and the last error. */
  public static volatile int raised;
  public static volatile String thread = "";
  public static volatile Throwable last;

  static {
    String start = System.getProperty("faults.arm");
    if (start != null) {
      String[] words = start.split(",");
      arm(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]), 0);
    }
  }

  private Faults() {}

  public static void hit(int site) {
    HITS[site]++;
    if (armed != NONE) {
      check(site);
    }
  }

  private static void check(int site) {
    int now = armed;
    if (profiles) {
      Thread current = Thread.currentThread();
      if (current != exempt) {
        ROLES[site] |= role(current.getName());
      }
      return;
    }
    if (now == EACH ? Thread.currentThread() == struck && (ALLOWED[site] & 1 << fault) != 0 : now == site) {
      strike(site);
    }
  }

  private static int role(String thread) {
    if (thread.equals("understudy-shutdown")) {
      return SHUTDOWN;
    }
    return thread.startsWith("understudy-") ? AGENT : APPLICATION;
  }

  private static void strike(int site) {
    Thread current = Thread.currentThread();
    if (current == exempt) {
      return;
    }
    synchronized (Faults.class) {
      if (armed != site && armed != EACH) {
        return;
      }
      if (armed == site && skip-- > 0) {
        return;
      }
      raised++;
      thread = current.getName();
      struck = current;
      if (armed == EACH ? --more > 0 : more > 0) {
        armed = EACH;
      } else if (second >= 0) {
        armed = second;
        skip = 0;
        second = NONE;
        int first = fault;
        fault = secondFault;
        raise(first);
        return;
      } else {
        armed = NONE;
      }
    }
    raise(fault);
  }

  private static void raise(int which) {
    Throwable thrown;
    switch (which) {
      case 0:
        thrown = new OutOfMemoryError("injected");
        break;
      case 1:
        thrown = new StackOverflowError("injected");
        break;
      case 2:
        thrown = new ThreadDeath();
        break;
      case 3:
        last = new Throwable("interrupt");
        Thread.currentThread().interrupt();
        return;
      default:
        thrown = new IOException("injected: No space left on device");
    }
    last = thrown;
    Faults.<RuntimeException>sneak(thrown);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Excludes a thread, such as the one that checks the books. */
  public static void exempt(Thread checking) {
    exempt = checking;
  }

  /** Records the threads of all sites until {@link #disarm}; raises nothing. */
  public static void profile() {
    profiles = true;
    armed = EACH;
  }

  /**
   * Arms a site.
   *
   * @param after the number of executions before the one that fails
   * @param further how many later sites of the same thread fail with the same fault
   */
  public static synchronized void arm(int site, int which, int after, int further) {
    profiles = false;
    fault = which;
    skip = after;
    more = further;
    second = NONE;
    raised = 0;
    thread = "";
    last = null;
    armed = site;
  }

  /** Arms a second site, which fails after the first one has failed. */
  public static synchronized void then(int site, int which) {
    second = site;
    secondFault = which;
  }

  public static synchronized void disarm() {
    armed = NONE;
    profiles = false;
    more = 0;
    second = NONE;
  }
}
