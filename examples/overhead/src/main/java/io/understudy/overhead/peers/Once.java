package io.understudy.overhead.peers;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Runs one comparison in a separate JVM, because it may exceed the time limit. Prints the number of
 * reported differences, the nanoseconds of the fastest of up to three comparisons, and its
 * allocated bytes.
 */
public final class Once {
  /** No comparison starts after this time. */
  private static final long ENOUGH_NANOS = 2_000_000_000L;

  private Once() {}

  /**
   * Compares once.
   *
   * @param arguments a {@link Peer}, an {@link Input}, and whether one value is changed
   */
  public static void main(String[] arguments) throws Exception {
    Input input = Input.valueOf(arguments[1]);
    Tool tool = Peer.valueOf(arguments[0]).tool(input);
    Object control = input.control();
    Object candidate = input.candidate(Boolean.parseBoolean(arguments[2]));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long begin = System.nanoTime();
    long least = Long.MAX_VALUE;
    long bytes = 0;
    long differences = 0;
    for (int i = 0; i < 3 && System.nanoTime() - begin < ENOUGH_NANOS; i++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      long start = System.nanoTime();
      differences = tool.differences(control, candidate);
      least = Math.min(least, System.nanoTime() - start);
      bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    System.out.println(differences + " " + least + " " + bytes);
  }
}
