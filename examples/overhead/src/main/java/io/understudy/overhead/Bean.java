package io.understudy.overhead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** A bean of eight fields, in the style of a legacy system; seven immutable parts and one date. */
public final class Bean {
  private String id = "C-1001";
  private String name = "Luís Gonçalves";
  private int visits = 17;
  private long points = 123_456_789_012L;
  private boolean active = true;
  private BigDecimal balance = new BigDecimal("1024.50");
  private LocalDate since = LocalDate.of(2008, 5, 17);
  private TimeUnit unit = TimeUnit.DAYS;

  /** A hand-written copy. */
  Bean copy() {
    Bean copy = new Bean(this);
    return copy;
  }

  Bean() {}

  private Bean(Bean from) {
    id = from.id;
    name = from.name;
    visits = from.visits;
    points = from.points;
    active = from.active;
    balance = from.balance;
    since = from.since;
    unit = from.unit;
  }

  /** Reads each part, so there is no unused field. */
  boolean isPlausible() {
    return active
        && id.length() + name.length() + visits + points > 0
        && balance.signum() > 0
        && since.getYear() > 0
        && unit == TimeUnit.DAYS;
  }
}
