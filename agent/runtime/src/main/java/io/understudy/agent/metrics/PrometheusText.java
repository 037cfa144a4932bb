package io.understudy.agent.metrics;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.NamingConvention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes meters in Prometheus' text exposition format 0.0.4: counters, gauges, and timers as
 * summaries of count and sum in seconds. Stateless.
 *
 * <p>Prometheus' own library is not used: it reads the application's {@code io.prometheus.*} system
 * properties, and fails to start if one of them is unknown to it.
 */
final class PrometheusText {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private PrometheusText() {}

  /** Returns the page, ordered by the names of the meters. */
  static String of(Collection<? extends Meter> meters) {
    Map<String, List<Meter>> families = new TreeMap<>();
    for (Meter meter : meters) {
      families.computeIfAbsent(name(meter.getId()), n -> new ArrayList<>()).add(meter);
    }
    StringBuilder out = new StringBuilder(4_096);
    families.forEach((name, family) -> family(name, family, out));
    return out.toString();
  }

  /** Returns a metric that is always 1; empty without labels. */
  static String info(String name, String description, Map<String, String> labels) {
    if (labels.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append("# HELP ").append(name).append(' ').append(description).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n").append(name);
    List<Tag> tags = new ArrayList<>();
    labels.forEach((key, value) -> tags.add(Tag.of(key, value)));
    labels(tags, out);
    return out.append(" 1\n").toString();
  }

  private static String name(Meter.Id id) {
    String unit = isTimer(id) ? "seconds" : id.getBaseUnit();
    String name = NamingConvention.snakeCase.name(id.getName(), id.getType(), unit);
    String withUnit = unit == null || name.endsWith("_" + unit) ? name : name + "_" + unit;
    return id.getType() == Meter.Type.COUNTER ? withUnit + "_total" : withUnit;
  }

  private static boolean isTimer(Meter.Id id) {
    return id.getType() == Meter.Type.TIMER;
  }

  private static void family(String name, List<Meter> family, StringBuilder out) {
    Meter.Id id = family.get(0).getId();
    @Nullable String description = id.getDescription();
    if (description != null) {
      out.append("# HELP ").append(name).append(' ');
      out.append(description.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }
    out.append("# TYPE ").append(name).append(' ').append(type(id)).append('\n');
    for (Meter meter : family) {
      for (Measurement measurement : meter.measure()) {
        out.append(name).append(suffix(id, measurement.getStatistic()));
        labels(meter.getId().getTags(), out);
        out.append(' ').append(number(measurement.getValue())).append('\n');
      }
    }
  }

  private static String type(Meter.Id id) {
    switch (id.getType()) {
      case COUNTER:
        return "counter";
      case TIMER:
        return "summary";
      default:
        return "gauge";
    }
  }

  /** The suffix of a measurement: a timer has a count and a sum, other meters have one value. */
  private static String suffix(Meter.Id id, Statistic statistic) {
    if (!isTimer(id)) {
      return "";
    }
    return statistic == Statistic.COUNT ? "_count" : "_sum";
  }

  private static void labels(List<Tag> tags, StringBuilder out) {
    String separator = "{";
    for (Tag tag : tags) {
      out.append(separator).append(tag.getKey()).append("=\"");
      out.append(escaped(tag.getValue())).append('"');
      separator = ",";
    }
    out.append(tags.isEmpty() ? "" : "}");
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** Formats a number; a whole number has no fraction and no exponent. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
