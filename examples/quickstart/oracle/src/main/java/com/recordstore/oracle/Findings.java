package com.recordstore.oracle;

import java.math.BigDecimal;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the two sides of one call disagree: places such as {@code /lines/* MISSING}. */
final class Findings {
  /** A double and a decimal of the same amount differ by less. */
  private static final BigDecimal BINARY_NOISE = new BigDecimal("0.000001");

  private final Set<String> places = new TreeSet<>();

  /** Notes a disagreement. */
  void add(String path, String kind) {
    places.add(path.isEmpty() ? kind : path + " " + kind);
  }

  /** Two values that must be equal. */
  void same(String path, @Nullable Object control, @Nullable Object candidate) {
    if (!Objects.equals(control, candidate)) {
      add(path, "VALUE");
    }
  }

  /** Two amounts of money that must be equal to the millionth of a dollar. */
  void money(String path, double control, BigDecimal candidate) {
    BigDecimal apart = new BigDecimal(control).subtract(candidate).abs();
    if (apart.compareTo(BINARY_NOISE) > 0) {
      add(path, "VALUE");
    }
  }

  /** A day, as the driver's {@code java.sql.Date} or {@code java.time.LocalDate}. */
  void day(String path, Date control, java.time.LocalDate candidate) {
    same(path, ((java.sql.Date) control).toLocalDate(), candidate);
  }

  /** The findings, sorted. */
  Set<String> places() {
    return places;
  }
}
