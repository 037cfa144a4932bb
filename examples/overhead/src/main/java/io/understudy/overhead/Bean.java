package io.understudy.overhead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** A bean of eight fields, in the style of a legacy system; seven immutable parts and one date. */
public final class Bean {
  private String id;
  private String name;
  private int visits;
  private long points;
  private boolean active;
  private BigDecimal balance;
  private LocalDate since;
  private TimeUnit unit;

  /** A hand-written copy. */
  Bean copy() {
    return new Bean(this);
  }

  Bean() {
    this(1001);
  }

  /** A bean that differs from those with another number. */
  Bean(int number) {
    id = "C-" + number;
    name = "Luís Gonçalves";
    visits = 17;
    points = 123_456_789_012L;
    active = true;
    balance = new BigDecimal("1024.50");
    since = LocalDate.of(2008, 5, 17);
    unit = TimeUnit.DAYS;
  }

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
