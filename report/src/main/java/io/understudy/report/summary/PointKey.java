package io.understudy.report.summary;

import java.util.Comparator;

/**
 * Identifies a call point. Immutable.
 *
 * @param application the application's name in the configuration
 * @param name the name of the call point
 */
public record PointKey(String application, String name) implements Comparable<PointKey> {
  private static final Comparator<PointKey> ORDER =
      Comparator.comparing(PointKey::application).thenComparing(PointKey::name);

  @Override
  public int compareTo(PointKey other) {
    return ORDER.compare(this, other);
  }
}
