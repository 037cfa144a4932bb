package io.understudy.agent.metrics;

import io.micrometer.common.util.internal.logging.InternalLoggerFactory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.LatencySide;
import io.understudy.agent.call.Ledger;
import io.understudy.journal.Fate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The agent's meters: views of the counters that the stages keep, computed when they are read. The
 * ledgers are the only source of the counts. Thread-safe.
 *
 * <p>Each meter is registered once, here, and only the Prometheus page reads this registry. JMX and
 * {@code status} read the ledgers directly: a registry alone costs about 110 loaded classes, and
 * the texts of a status (state, refusal) are no meters.
 *
 * <p>Latencies are those of the journal's last tally.
 */
public final class Metrics {
  private final SimpleMeterRegistry registry;
  private final List<Supplier<String>> infos = new CopyOnWriteArrayList<>();

  /**
   * Registers the meters of call points.
   *
   * @param version the agent's version
   * @param points the call points
   */
  public Metrics(String version, List<CallPoint> points) {
    // Otherwise Micrometer uses SLF4J, which reads the application's slf4j.provider, or
    // java.util.logging, which the agent must not initialise.
    InternalLoggerFactory.setDefaultFactory(new QuietLoggerFactory());
    registry = new SimpleMeterRegistry();
    Gauge.builder("understudy.build.info", () -> 1)
        .description("The agent that runs in this JVM; always 1")
        .tag("version", version)
        .tag("jvm", System.getProperty("java.version", "unknown"))
        .register(registry);
    for (CallPoint point : points) {
      register(point);
    }
  }

  private void register(CallPoint point) {
    Ledger ledger = point.ledger();
    FunctionCounter.builder("understudy.intercepted", ledger, Ledger::totalIntercepted)
        .description("Calls that entered the control method")
        .tag("point", point.name())
        .register(registry);
    for (Fate fate : Fate.values()) {
      FunctionCounter.builder("understudy.calls", ledger, l -> l.total(fate))
          .description(
              "Calls that have ended, by fate; with those in flight they are all that were"
                  + " intercepted")
          .tag("point", point.name())
          .tag("fate", fate.wireName())
          .register(registry);
    }
    Gauge.builder("understudy.in.flight", ledger, Ledger::inFlight)
        .description("Calls without a fate yet")
        .tag("point", point.name())
        .register(registry);
    Gauge.builder("understudy.shedding", point, p -> p.shedding() == null ? 0 : 1)
        .description("1 while calls of the point are not taken, such as by an open breaker")
        .tag("point", point.name())
        .register(registry);
    for (LatencySide side : LatencySide.values()) {
      register(point, side);
    }
  }

  private void register(CallPoint point, LatencySide side) {
    String name = side.name().toLowerCase(Locale.ROOT);
    FunctionTimer.builder(
            "understudy.latency",
            point.ledger(),
            l -> l.latencies(side).count(),
            l -> l.latencies(side).sum(),
            TimeUnit.NANOSECONDS)
        .description("Time of the control, of the candidate, and of capturing for the caller")
        .tag("point", point.name())
        .tag("side", name)
        .register(registry);
    TimeGauge.builder(
            "understudy.latency.max",
            point.ledger(),
            TimeUnit.NANOSECONDS,
            l -> l.latencies(side).max())
        .description("The longest time since the start")
        .tag("point", point.name())
        .tag("side", name)
        .register(registry);
  }

  /**
   * Registers a gauge of a stage, such as the depth of the queue.
   *
   * @param name in lower case with dots, such as {@code understudy.queue.calls}
   * @param unit such as {@code bytes}; null for a count
   * @param description one line for the page
   * @param value read at each request, on the endpoint's thread
   * @return this
   */
  public Metrics gauge(String name, @Nullable String unit, String description, LongSupplier value) {
    Gauge.builder(name, value, LongSupplier::getAsLong)
        .description(description)
        .baseUnit(unit)
        .strongReference(true)
        .register(registry);
    return this;
  }

  /**
   * Registers a gauge for each call point, with the label {@code point}.
   *
   * @param value read at each request, on the endpoint's thread
   * @return this
   */
  public Metrics pointGauge(
      String name, String description, List<CallPoint> points, ToDoubleFunction<CallPoint> value) {
    for (CallPoint point : points) {
      Gauge.builder(name, point, value)
          .description(description)
          .tag("point", point.name())
          .strongReference(true)
          .register(registry);
    }
    return this;
  }

  /**
   * Adds a metric that is always 1 and has changing labels, which a meter cannot have.
   *
   * @param name in Prometheus' form
   * @param description one line for the page
   * @param labels read at each request; the metric is absent while there are none
   * @return this
   */
  public Metrics info(String name, String description, Supplier<Map<String, String>> labels) {
    infos.add(() -> PrometheusText.info(name, description, labels.get()));
    return this;
  }

  /** Returns the current values of all meters in Prometheus' text format 0.0.4. */
  public String page() {
    StringBuilder page = new StringBuilder(PrometheusText.of(registry.getMeters()));
    infos.forEach(info -> page.append(info.get()));
    return page.toString();
  }
}
