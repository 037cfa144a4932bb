package io.understudy.overhead.latency;

import io.understudy.overhead.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * Finds the amount of work that makes a call take 75 us now, while all processors make calls. All
 * variants of a round do this amount, so the calls of a variant that leaves less of the processors
 * take longer.
 */
public final class Calibration {
  /** The time of a call without an agent, in nanoseconds. */
  static final double SERVICE_NANOS = 75_000;

  /** How its line begins. */
  static final String STEPS = "steps";

  private static final int BATCH = 100;
  private static final int BATCHES = 60;

  private Calibration() {}

  /** Prints the number of steps. */
  public static void main(String[] arguments) throws InterruptedException {
    fastest(4_000);
    int few = 2_000;
    int many = 40_000;
    double least = fastest(few);
    double most = fastest(many);
    double step = (most - least) / (many - few);
    System.out.println(STEPS + " " + Math.max(1, Math.round(few + (SERVICE_NANOS - least) / step)));
  }

  /** Returns the nanoseconds of a call in the fastest batch. */
  private static double fastest(int work) throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    CyclicBarrier start = new CyclicBarrier(processors);
    double[] nanos = new double[processors];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < processors; i++) {
      int index = i;
      threads.add(new Thread(() -> nanos[index] = fastest(work, start)));
    }
    threads.forEach(Thread::start);
    double sum = 0;
    for (int i = 0; i < processors; i++) {
      threads.get(i).join();
      sum += nanos[i];
    }
    return sum / processors;
  }

  private static double fastest(int work, CyclicBarrier start) {
    Pricing pricing = new Pricing(work);
    Order order = new Order();
    long fastest = Long.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      await(start);
      long begin = System.nanoTime();
      for (int i = 0; i < BATCH; i++) {
        if (pricing.quote(order) == order) {
          throw new IllegalStateException("the service returns a new order");
        }
      }
      fastest = Math.min(fastest, System.nanoTime() - begin);
    }
    return (double) fastest / BATCH;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
