package io.understudy.overhead.latency;

import io.understudy.overhead.Order;
import java.io.IOException;

/**
 * The application without traffic. It makes some calls, so that everything is loaded, and then
 * nothing. It prints the wake-ups and the CPU time of its threads in a while.
 */
public final class Idle {
  private static final int CALLS = 1_000;
  private static final int SETTLE_MILLIS = 5_000;

  private Idle() {}

  /**
   * Runs the application.
   *
   * @param arguments for how many seconds it is measured
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Pricing pricing = new Pricing(1);
    Order order = new Order();
    System.out.println(Server.READY);
    System.in.read();
    for (int i = 0; i < CALLS; i++) {
      if (pricing.quote(order) == order) {
        throw new IllegalStateException("the service returns a new order");
      }
      Thread.sleep(1);
    }
    Thread.sleep(SETTLE_MILLIS);
    System.out.println(TaskCounts.during(Integer.parseInt(arguments[0])));
    System.in.read();
  }
}
