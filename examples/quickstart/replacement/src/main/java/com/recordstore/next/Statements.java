package com.recordstore.next;

import com.recordstore.billing.CustomerNotFoundException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** Writes account statements. Thread-safe. */
public final class Statements {
  private final Clock clock;

  private Statements(Clock clock) {
    this.clock = clock;
  }

  /** Statements that bear the time of the system's clock. */
  public static Statements create() {
    return new Statements(Clock.systemUTC());
  }

  /**
   * Returns a customer's purchases in a period.
   *
   * @throws IllegalArgumentException when the period ends before it starts
   * @throws CustomerNotFoundException when there is no such customer
   */
  public StatementView statement(int customerId, Date from, Date until)
      throws CustomerNotFoundException {
    LocalDate first = Dates.dayOf(from);
    LocalDate last = Dates.dayOf(until);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("from " + first + " until " + last);
    }
    List<AccountHolder> holders =
        Store.query(
            "select \"FirstName\", \"LastName\", \"City\", \"Country\""
                + " from \"Customer\" where \"CustomerId\" = ?",
            row ->
                new AccountHolder(
                    customerId,
                    row.getString(1) + " " + row.getString(2),
                    row.getString(3),
                    row.getString(4)),
            customerId);
    if (holders.isEmpty()) {
      throw new CustomerNotFoundException(customerId);
    }
    List<EntryView> entries = entries(customerId, first, last);
    BigDecimal total =
        entries.stream().map(EntryView::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new StatementView(holders.get(0), first, last, entries, total, clock.instant());
  }

  private static List<EntryView> entries(int customerId, LocalDate first, LocalDate last) {
    return Store.query(
        "select \"InvoiceId\", \"InvoiceDate\", \"Total\" from \"Invoice\""
            + " where \"CustomerId\" = ? and \"InvoiceDate\" >= ? and \"InvoiceDate\" < ?"
            + " order by \"InvoiceDate\", \"InvoiceId\"",
        row ->
            new EntryView(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getBigDecimal(3),
                Lines.of(row.getInt(1))),
        customerId,
        first,
        last);
  }
}
