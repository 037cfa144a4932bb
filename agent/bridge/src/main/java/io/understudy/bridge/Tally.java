package io.understudy.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of methods for a while: what a counting weave calls, and nothing else. Counting
 * takes a few array reads and writes; it allocates nothing, waits for nothing and never throws.
 *
 * <p>Threads write the cells without any order. A method has four stripes of a cache line each, of
 * which a thread always uses the same one; where two threads share one, a few counts may be lost.
 * So figures are right for one thread, and nearly so for many; they are never too high.
 *
 * <p>Numbers are never used twice in a JVM: a class that was not woven back counts nothing later.
 */
public final class Tally {
  /** So many methods are counted in one chunk; the first number of a chunk is a multiple of it. */
  public static final int CHUNK = 1024;

  private static final int MOST_CHUNKS = 100;
  private static final int STRIPES = 4;
  private static final int LINE = 8;
  private static final int METHOD = STRIPES * LINE;

  /** What stands in a stripe. */
  private static final int CALLS = 0;

  private static final int TIMED = 1;
  private static final int NANOS = 2;
  private static final int THREADS = 3;

  /** One call in so many is timed. */
  private static final int SELDOM = 64;

  /** By number; null where a chunk was closed. */
  private static volatile long[] @Nullable [] chunks = new long[0][];

  private static int open = -1;

  private Tally() {}

  /**
   * Begins to count, with no room for any method yet.
   *
   * @return whether it did; else somebody else is counting
   */
  public static synchronized boolean open() {
    boolean free = open < 0;
    open = free ? 0 : open;
    return free;
  }

  /**
   * Makes room for another {@link #CHUNK} methods.
   *
   * @return the first of their numbers; -1 where there are too many already, or nobody counts
   */
  public static synchronized int reserve() {
    if (open < 0 || open == MOST_CHUNKS) {
      return -1;
    }
    open++;
    long[][] more = Arrays.copyOf(chunks, chunks.length + 1);
    more[more.length - 1] = new long[CHUNK * METHOD];
    chunks = more;
    return (more.length - 1) * CHUNK;
  }

  /** Lets all figures go; nothing is counted any more. */
  public static synchronized void close() {
    open = -1;
    chunks = new long[chunks.length][];
  }

  /**
   * Counts a call.
   *
   * @return what {@link #exit} is given when the method returns; 0 where the call is not timed
   */
  public static long enter(int number) {
    long[][] all = chunks;
    int chunk = number >>> 10;
    long[] cells = chunk < all.length ? all[chunk] : null;
    if (cells == null) {
      return 0;
    }
    // Not the thread's id, which is a method that an application may override.
    int hash = System.identityHashCode(Thread.currentThread());
    int stripe = (number & (CHUNK - 1)) * METHOD + (hash & (STRIPES - 1)) * LINE;
    long bit = 1L << (hash >>> 2);
    if ((cells[stripe + THREADS] & bit) == 0) {
      cells[stripe + THREADS] |= bit;
    }
    return (cells[stripe + CALLS]++ & (SELDOM - 1)) == 0 ? System.nanoTime() | 1 : 0;
  }

  /** Notes how long a call took that was timed from {@code start} on. */
  public static void exit(int number, long start) {
    long nanos = System.nanoTime() - start;
    long[][] all = chunks;
    int chunk = number >>> 10;
    long[] cells = chunk < all.length ? all[chunk] : null;
    if (cells != null) {
      int hash = System.identityHashCode(Thread.currentThread());
      int stripe = (number & (CHUNK - 1)) * METHOD + (hash & (STRIPES - 1)) * LINE;
      cells[stripe + TIMED]++;
      cells[stripe + NANOS] += nanos;
    }
  }

  /** How many calls of the method were counted. */
  public static long calls(int number) {
    return sum(number, CALLS);
  }

  /** How many of them were timed, and returned. */
  public static long timed(int number) {
    return sum(number, TIMED);
  }

  /** How long those took together, with all that they called, in nanoseconds. */
  public static long nanos(int number) {
    return sum(number, NANOS);
  }

  /** About how many threads called; more than some 200 cannot be told. */
  public static int threads(int number) {
    long[] cells = cells(number);
    int threads = 0;
    for (int i = 0; cells != null && i < STRIPES; i++) {
      threads += Long.bitCount(cells[(number & (CHUNK - 1)) * METHOD + i * LINE + THREADS]);
    }
    return threads;
  }

  private static long sum(int number, int what) {
    long[] cells = cells(number);
    long sum = 0;
    for (int i = 0; cells != null && i < STRIPES; i++) {
      sum += cells[(number & (CHUNK - 1)) * METHOD + i * LINE + what];
    }
    return sum;
  }

  private static long @Nullable [] cells(int number) {
    long[][] all = chunks;
    int chunk = number / CHUNK;
    return number >= 0 && chunk < all.length ? all[chunk] : null;
  }
}
