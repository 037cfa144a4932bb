package io.understudy.report.summary;

import java.util.Comparator;

/**
 * A call point of an application. Immutable.
 *
 * @param application as the configuration names it
 * @param name of the call point
 */
public record PointKey(String application, String name) implements Comparable<PointKey> {
  private static final Comparator<PointKey> ORDER =
      Comparator.comparing(PointKey::application).thenComparing(PointKey::name);

  @Override
  public int compareTo(PointKey other) {
    return ORDER.compare(this, other);
  }
}
