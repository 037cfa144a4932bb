package io.understudy.overhead.latency;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The measured application: a service and its clients. It says {@code ready}, waits for a line,
 * makes the calls, and prints a {@link Window} for each rate. It waits for another line before it
 * ends, so that the agent can be asked for its counts.
 */
public final class Server {
  /** How its first and its last line begin. */
  static final String READY = "ready";

  static final String DONE = "done";

  /** Calls at a new rate that are not measured. */
  static final int LEAD_SECONDS = 2;

  private final OpenLoop loop;
  private final long seed;

  private Server(OpenLoop loop, long seed) {
    this.loop = loop;
    this.seed = seed;
  }

  /**
   * Runs the application.
   *
   * @param arguments the {@link Shadow}, steps of work for a call, a seed of the schedules, seconds
   *     of warm-up (0: none, and the first calls are measured), measured seconds for each rate, and
   *     the rates in calls per second
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Pricing control = new Pricing(Integer.parseInt(arguments[1]));
    OpenLoop loop = new OpenLoop(Shadow.valueOf(arguments[0]).around(control));
    List<Double> rates = new ArrayList<>();
    for (int i = 5; i < arguments.length; i++) {
      rates.add(Double.valueOf(arguments[i]));
    }
    System.out.println(READY);
    awaitLine();
    new Server(loop, Long.parseLong(arguments[2]))
        .run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), rates);
    System.out.printf(
        "%s %d %d %d%n", DONE, loop.made(), NextPricing.ANSWERED.sum(), Mismatches.total());
    awaitLine();
    System.exit(0);
  }

  private static void awaitLine() throws IOException {
    int read = System.in.read();
    while (read != '\n' && read >= 0) {
      read = System.in.read();
    }
  }

  private void run(int warmUp, int seconds, List<Double> rates) throws InterruptedException {
    for (double rate : rates) {
      calls(rate, (warmUp + rates.size() - 1) / rates.size());
    }
    for (double rate : rates) {
      calls(rate, warmUp == 0 ? 0 : LEAD_SECONDS);
      System.out.println(measured(rate, seconds));
    }
  }

  /** Makes calls that are not measured. */
  private void calls(double rate, int seconds) throws InterruptedException {
    if (seconds > 0) {
      loop.run(Arrivals.poisson(rate, seconds, seed + 1), seconds);
    }
  }

  private Window measured(double rate, int seconds) throws InterruptedException {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long[] due = Arrivals.poisson(rate, seconds, seed);
    long made = loop.made();
    long answered = NextPricing.ANSWERED.sum();
    long from = ManagementFactory.getRuntimeMXBean().getUptime();
    long cpu = process.getProcessCpuTime();
    Histogram latencies = loop.run(due, seconds);
    return Window.of(
        latencies,
        due.length,
        loop.made() - made,
        NextPricing.ANSWERED.sum() - answered,
        process.getProcessCpuTime() - cpu,
        from,
        ManagementFactory.getRuntimeMXBean().getUptime());
  }
}
