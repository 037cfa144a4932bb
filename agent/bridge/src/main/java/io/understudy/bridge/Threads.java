package io.understudy.bridge;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which threads belong to the {@link Shadow} scope. Woven methods of {@code Thread} and {@code
 * ThreadPoolExecutor} call this class; see {@code agent.guard}. Thread-safe.
 */
public final class Threads {
  /** The thread pool that a thread in the scope has made grow last. */
  private static final ThreadLocal<@Nullable WeakReference<Object>> GROWING = new ThreadLocal<>();

  private static final WeakSet POOLS = new WeakSet();
  private static final WeakSet LENT = new WeakSet();

  /** Threads of candidates outside of the group, with the calls that started them. */
  private static final IdentityTable ADOPTED = new IdentityTable();

  /** The group of a thread of the application. Only a group of the JDK's own class is kept. */
  private static @Nullable ThreadGroup ordinary;

  private Threads() {}

  /** Whether a thread belongs to the scope, whatever task it runs at this moment. */
  static boolean isIn(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    if (group == null) { // the thread has ended
      return false;
    }
    if (group != ordinary) {
      if (Shadow.group().parentOf(group)) {
        return !(thread instanceof ForkJoinWorkerThread) && !LENT.contains(thread);
      }
      if (group.getClass() == ThreadGroup.class) {
        ordinary = group;
      }
    }
    return ADOPTED.get(thread) != null;
  }

  /** Drops what is known of threads outside of the group, after the guard has ended. */
  static void clear() {
    ADOPTED.clear();
  }

  /** Called before a thread starts. Makes the threads of candidates daemons. Never throws. */
  public static void starting(Thread thread) {
    if (!Shadow.isGuarded()) {
      return;
    }
    try {
      ThreadGroup group = thread.getThreadGroup();
      if (group == null) {
        return;
      }
      if (group != ordinary && Shadow.group().parentOf(group)) {
        startingInGroup(thread);
      } else if (Shadow.isCurrentIn()) {
        startingOutside(thread);
      }
    } catch (Throwable failure) { // such as a security manager that forbids it
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  private static void startingInGroup(Thread thread) {
    if (Shadow.isCurrentIn() && isGrowth() && !isOfCandidate(GROWING.get())) {
      LENT.add(thread);
    } else if (!thread.isDaemon()) {
      makeDaemon(thread);
    }
  }

  /**
   * Handles a virtual thread, a thread in a group that the candidate has chosen, or of a pool of
   * the application.
   */
  private static void startingOutside(Thread thread) {
    if (thread instanceof ForkJoinWorkerThread || (isGrowth() && !isOfCandidate(GROWING.get()))) {
      return;
    }
    if (!thread.isDaemon()) {
      makeDaemon(thread);
    }
    ADOPTED.put(thread, Shadow.currentCall());
  }

  private static void makeDaemon(Thread thread) {
    thread.setDaemon(true);
    Shadow.madeDaemon();
  }

  private static boolean isGrowth() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals(Shadow.THREAD_POOL)
          && frame.getMethodName().equals("addWorker")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfCandidate(@Nullable WeakReference<Object> pool) {
    Object growing = pool == null ? null : pool.get();
    return growing == null || POOLS.contains(growing);
  }

  /**
   * Called at the end of the constructor of a thread pool. Never throws. A pool belongs to a
   * candidate also if a thread of the application initialises the candidate's class.
   */
  public static void created(Object pool) {
    try {
      if (Shadow.isGuarded() && (Shadow.isCurrentIn() || Shadow.candidateOnStack(false) != null)) {
        POOLS.add(pool);
      }
    } catch (Throwable failure) { // such as no memory for the stack trace
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }

  /** Called before a thread pool starts another worker. Never throws. */
  public static void growing(Object pool) {
    try {
      if (Shadow.isGuarded() && Shadow.isCurrentIn()) {
        GROWING.set(new WeakReference<>(pool));
      }
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
  }
}
