package io.understudy.overhead.latency;

import io.understudy.overhead.Order;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Scientist4J's {@code runAsync}, as its page documents it: with the default pool of two threads,
 * which run control, candidate and comparison, and with its Micrometer metrics. Its comparison is
 * hand-written.
 *
 * <p>It is called by name, because the benchmark must compile where Maven cannot fetch it.
 */
final class ScientistShadow implements UnaryOperator<Order> {
  private static final String PACKAGE = "com.github.rawls238.scientist4j.";

  private final Pricing control;
  private final NextPricing candidate = new NextPricing();
  private final MethodHandle runAsync;

  ScientistShadow(Pricing control) {
    this.control = control;
    try {
      runAsync = runAsync();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not the documented version of Scientist4J", e);
    }
  }

  private static MethodHandle runAsync() throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<?> experiment = Class.forName(PACKAGE + "Experiment");
    Class<?> metrics = Class.forName(PACKAGE + "metrics.MetricsProvider");
    Class<?> micrometer = Class.forName(PACKAGE + "metrics.MicrometerMetricsProvider");
    BiFunction<Order, Order, Boolean> comparison = ScientistShadow::compare;
    Object quote =
        experiment
            .getConstructor(
                String.class,
                Map.class,
                boolean.class,
                metrics,
                BiFunction.class,
                ExecutorService.class)
            .newInstance(
                "quote",
                new HashMap<>(),
                false,
                micrometer.getConstructor().newInstance(),
                comparison,
                Executors.newFixedThreadPool(2, ScientistShadow::daemon));
    return lookup
        .findVirtual(
            experiment,
            "runAsync",
            MethodType.methodType(Object.class, Callable.class, Callable.class))
        .bindTo(quote)
        .asType(MethodType.methodType(Order.class, Callable.class, Callable.class));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "scientist");
    thread.setDaemon(true);
    return thread;
  }

  private static boolean compare(Order control, Order candidate) {
    boolean isMatch = control.matches(candidate);
    Mismatches.count(isMatch);
    return isMatch;
  }

  @Override
  public Order apply(Order order) {
    Callable<Order> expected = () -> control.quote(order);
    Callable<Order> answer = () -> candidate.quote(order);
    try {
      return (Order) runAsync.invokeExact(expected, answer);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
