package io.understudy.overhead.peers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.javers.core.metamodel.annotation.Id;

/**
 * A bean of eight fields. The annotation is for JaVers, which pairs elements only by such a part.
 */
public final class Customer {
  @Id private final String id;
  private final String name;
  private final int visits;
  private final long points;
  private final boolean active;
  private final BigDecimal balance;
  private final LocalDate since;
  private final TimeUnit unit;

  /**
   * Customer number {@code i}.
   *
   * @param spent a value that makes this customer differ from another of the same number; 0 for
   *     none
   */
  Customer(int i, int spent) {
    id = "C-" + (1_000_000 + i);
    name = "Luís Gonçalves " + i % 100;
    visits = 17 + i % 13;
    points = 123_456_789_012L + i;
    active = i % 3 > 0;
    balance = BigDecimal.valueOf(102_450L - spent, 2);
    since = LocalDate.of(2008, 5, 17).plusDays(i % 1000);
    unit = TimeUnit.DAYS;
  }

  @Override
  public String toString() {
    return id + name + visits + points + active + balance + since + unit;
  }
}
