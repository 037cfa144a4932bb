package io.understudy.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of methods for a limited time; only code that is woven for counting calls it. A
 * count takes a few array reads and writes. It does not allocate, block or throw.
 *
 * <p>Threads write the cells without synchronization. A method has four stripes of one cache line
 * each, and a thread always uses the same stripe. If two threads share a stripe, a few counts may
 * be lost. So the figures are exact for one thread and nearly exact for many; they are never too
 * high.
 *
 * <p>Numbers are never used twice in a JVM, so a class that could not be restored counts nothing
 * later.
 */
public final class Tally {
  /** Number of methods in one chunk; the first number of a chunk is a multiple of it. */
  public static final int CHUNK = 1024;

  private static final int MOST_CHUNKS = 100;
  private static final int STRIPES = 4;
  private static final int LINE = 8;
  private static final int METHOD = STRIPES * LINE;

  /** Index of the number of calls in a stripe; the other figures follow. */
  private static final int CALLS = 0;

  private static final int TIMED = 1;
  private static final int NANOS = 2;
  private static final int THREADS = 3;

  /** One call in this number is timed. */
  private static final int SELDOM = 64;

  /** By number; null for a chunk that was closed. */
  private static volatile long[] @Nullable [] chunks = new long[0][];

  /** Private, since code of the application could hold the lock of this class. */
  private static final Object LOCK = new Object();

  /** The key of the running count; null if none is running. */
  private static @Nullable Object holder;

  /** Number of chunks of the running count. */
  private static int open;

  private Tally() {}

  /**
   * Begins to count, without chunks.
   *
   * @return the key of this count; null if another count is running
   */
  public static @Nullable Object open() {
    synchronized (LOCK) {
      if (holder != null) {
        return null;
      }
      Object key = new Object();
      holder = key;
      open = 0;
      return key;
    }
  }

  /**
   * Adds a chunk for another {@link #CHUNK} methods.
   *
   * @return the first of their numbers; -1 if there are too many chunks, or this is not the key of
   *     the running count
   */
  public static int reserve(@Nullable Object key) {
    synchronized (LOCK) {
      if (key == null || key != holder || open == MOST_CHUNKS) {
        return -1;
      }
      open++;
      long[][] more = Arrays.copyOf(chunks, chunks.length + 1);
      more[more.length - 1] = new long[CHUNK * METHOD];
      chunks = more;
      return (more.length - 1) * CHUNK;
    }
  }

  /**
   * Ends the count and drops all figures.
   *
   * @return false if this is not the key of the running count, and nothing has changed
   */
  public static boolean close(@Nullable Object key) {
    synchronized (LOCK) {
      if (key == null || key != holder) {
        return false;
      }
      holder = null;
      chunks = new long[chunks.length][];
      return true;
    }
  }

  /**
   * Counts a call.
   *
   * @return the start time for {@link #exit}, {@code System.nanoTime()}; 0 if the call is not timed
   */
  public static long enter(int number) {
    long[][] all = chunks;
    int chunk = number >>> 10;
    long[] cells = chunk < all.length ? all[chunk] : null;
    if (cells == null) {
      return 0;
    }
    // Not the thread's id, since an application may override getId.
    int hash = System.identityHashCode(Thread.currentThread());
    int stripe = (number & (CHUNK - 1)) * METHOD + (hash & (STRIPES - 1)) * LINE;
    long bit = 1L << (hash >>> 2);
    if ((cells[stripe + THREADS] & bit) == 0) {
      cells[stripe + THREADS] |= bit;
    }
    return (cells[stripe + CALLS]++ & (SELDOM - 1)) == 0 ? System.nanoTime() | 1 : 0;
  }

  /** Adds the duration of a call that started at {@code start}, {@code System.nanoTime()}. */
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

  /** Returns the number of counted calls of the method. */
  public static long calls(int number) {
    return sum(number, CALLS);
  }

  /** Returns the number of calls that were timed and have returned. */
  public static long timed(int number) {
    return sum(number, TIMED);
  }

  /**
   * Returns the total duration of the timed calls in nanoseconds, including the methods that they
   * called.
   */
  public static long nanos(int number) {
    return sum(number, NANOS);
  }

  /** Returns the approximate number of calling threads; it cannot exceed about 200. */
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
