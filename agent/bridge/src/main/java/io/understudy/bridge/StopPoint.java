package io.understudy.bridge;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The places at which a candidate can be stopped: the agent weaves a call of {@link #check} into
 * the loops and at the entries of the methods of candidate classes. This works on each version of
 * Java, where {@code Thread.stop} works up to 19, and it stops only the candidate's own code: never
 * code of the JDK or of a library in the middle of a change.
 *
 * <p><b>Memory.</b> A candidate can fill the heap before another thread gets its turn. So threads
 * of candidates look at the memory themselves: at the first stop point after each garbage
 * collection, and at each n-th one while the agent asks for it. A collection is noticed by a weak
 * reference that it has cleared, without a thread. Code that makes a large object looks, too: see
 * {@link StopPointSizes}.
 *
 * <p>Thread-safe. While there is nothing to do, a check costs one volatile read and a test of what
 * it refers to.
 */
public final class StopPoint {
  /** The object whose size a look is about exists, and may grow to twice its size. */
  public static final int GROWN = 1;

  /** The object whose size a look is about does not exist yet, and will not grow. */
  public static final int NEW = 0;

  /** Private, since code of the application could hold the lock of this class. */
  private static final Object LOCK = new Object();

  /** A reference that no collection clears: while no agent watches the memory. */
  private static final WeakReference<Object> QUIET = new WeakReference<Object>(LOCK);

  /** A reference that is clear: each check has to look what there is to do. */
  private static final WeakReference<Object> BUSY = new WeakReference<Object>(null);

  /** Clear if a check has something to do. */
  private static volatile WeakReference<Object> calm = QUIET;

  /** Clear if a collection has run since the last look. */
  private static volatile WeakReference<Object> sentinel = QUIET;

  /** Made before, since the heap may be full when it is thrown. It has no state. */
  private static final Stopped STOPPED = new Stopped();

  /** The threads to stop, in any place; with room, since the heap may be full. */
  private static volatile @Nullable Thread[] stopping = new Thread[64];

  /** The number of threads to stop; written after the threads, and read before them. */
  private static volatile int asked;

  private static volatile @Nullable Memory memory;

  /** Whether stop points look at the memory even if no collection has run. */
  private static volatile boolean isWatched;

  /** The number of visits until the next look; lost updates only shift it. */
  private static int visitsLeft;

  private StopPoint() {}

  /** Looks at the memory, on threads that work for candidates. Must not block or throw. */
  public interface Memory {
    /**
     * Looks whether the heap suffices; if not, {@linkplain StopPoint#stop stops} threads.
     *
     * @param bytes the size of a large object that the thread makes; 0 if there is none
     * @param kind {@link #NEW} or {@link #GROWN}
     * @param isCollected whether a garbage collection has run since the last look
     * @return the number of stop points until the next look; 0 for the next collection
     */
    int look(long bytes, int kind, boolean isCollected);
  }

  /**
   * Called by woven code of candidates.
   *
   * @throws Stopped if the current thread is to stop
   */
  public static void check() {
    if (calm.get() == null) {
      visit();
    }
  }

  private static void visit() {
    // Counted also while a thread is to stop: the others go on to look.
    boolean isDue = --visitsLeft <= 0;
    if (asked == 0 && !isDue && sentinel.get() != null) {
      return;
    }
    Thread current = Thread.currentThread();
    stopIfAsked(current);
    Memory hook = memory;
    // The application may use classes of the candidate itself.
    if (hook == null || !isOfCandidate(current)) {
      return;
    }
    boolean isCollected = sentinel.get() == null;
    if (isCollected || (isWatched && isDue)) {
      look(hook, current, 0, NEW, isCollected);
    }
  }

  /** Looks at the memory if a candidate makes a large object. */
  static void large(long bytes, int kind) {
    Memory hook = memory;
    Thread current = Thread.currentThread();
    if (hook != null && isOfCandidate(current)) {
      look(hook, current, bytes, kind, sentinel.get() == null);
    }
  }

  private static void look(Memory hook, Thread current, long bytes, int kind, boolean isCollected) {
    try {
      if (isCollected) {
        expectCollection();
        // The other threads look too: until this look has ended, they could fill the heap.
        visitsLeft = 0;
        watch(true);
      }
      int next = hook.look(bytes, kind, isCollected);
      visitsLeft = next;
      watch(next > 0);
    } catch (Throwable failure) {
      Bridge.escaped++;
      Bridge.rethrowDeath(failure);
    }
    stopIfAsked(current);
  }

  private static boolean isOfCandidate(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == Shadow.group() || (group != null && Shadow.group().parentOf(group));
  }

  private static void stopIfAsked(Thread current) {
    if (asked > 0) {
      for (Thread each : stopping) {
        if (each == current) {
          throw STOPPED;
        }
      }
    }
  }

  /**
   * Sets what looks at the memory; null if nothing does any more.
   *
   * @param key the key of the bridge
   * @return false if this is not the key, and nothing has changed
   */
  public static boolean watchMemory(@Nullable Object key, @Nullable Memory next) {
    synchronized (LOCK) {
      // Under the lock: the key may be released at this moment.
      if (!Bridge.isHeldBy(key)) {
        return false;
      }
      if (next != memory) {
        setMemory(next);
      }
      return true;
    }
  }

  /** Sets what looks at the memory, without the key. */
  static void setMemory(@Nullable Memory next) {
    synchronized (LOCK) {
      memory = next;
      isWatched = false;
      StopPointSizes.measure(next != null);
      sentinel = next == null ? QUIET : new WeakReference<Object>(new Object());
      settle();
    }
  }

  /**
   * Sets whether stop points look at the memory. Without it, they look after each collection. Has
   * no effect if nothing looks at the memory.
   */
  public static void watch(boolean on) {
    if (isWatched != on && memory != null) {
      synchronized (LOCK) {
        isWatched = on && memory != null;
        visitsLeft = 0;
        settle();
      }
    }
  }

  /** Forgets that a collection has run: only later ones are noticed. */
  public static void expectCollection() {
    if (memory != null && sentinel.get() == null) {
      WeakReference<Object> fresh = new WeakReference<Object>(new Object());
      synchronized (LOCK) {
        sentinel = fresh;
        settle();
      }
    }
  }

  // Counted anew: an error inside of an earlier change is mended by the next one.
  private static void settle() {
    int count = 0;
    for (Thread each : stopping) {
      count += each == null ? 0 : 1;
    }
    asked = count;
    calm = asked > 0 || isWatched ? BUSY : sentinel;
  }

  /** Stops a thread at its next check, and at each one after that, until {@link #release}. */
  public static void stop(Thread thread) {
    synchronized (LOCK) {
      add(thread);
      settle();
    }
  }

  private static void add(Thread thread) {
    @Nullable Thread[] all = stopping;
    int free = -1;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == thread) {
        return;
      }
      free = all[i] == null ? i : free;
    }
    if (free < 0) {
      free = all.length;
      all = Arrays.copyOf(all, 2 * free);
      stopping = all;
    }
    all[free] = thread;
  }

  /** Lets a thread pass its checks again. Has no effect on a thread that was not stopped. */
  public static void release(Thread thread) {
    if (asked > 0) {
      synchronized (LOCK) {
        remove(thread);
        settle();
      }
    }
  }

  private static void remove(Thread thread) {
    @Nullable Thread[] all = stopping;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == thread) {
        all[i] = null;
      }
    }
  }

  /** The agent stops this candidate. Has no stack trace. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("the agent stops this candidate", null, false, false);
    }
  }
}
