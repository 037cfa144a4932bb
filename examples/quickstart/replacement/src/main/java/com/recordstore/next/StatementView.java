package com.recordstore.next;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer's purchases in a period, by invoice. The twin for Java 8 of the record in {@code
 * src/main/java17}.
 */
public final class StatementView {
  private final AccountHolder customer;
  private final LocalDate from;
  private final LocalDate until;
  private final List<EntryView> entries;
  private final BigDecimal total;
  private final Instant printedAt;

  /** As the record's canonical constructor. */
  public StatementView(
      AccountHolder customer,
      LocalDate from,
      LocalDate until,
      List<EntryView> entries,
      BigDecimal total,
      Instant printedAt) {
    this.customer = customer;
    this.from = from;
    this.until = until;
    this.entries = entries;
    this.total = total;
    this.printedAt = printedAt;
  }

  /** The customer. */
  public AccountHolder customer() {
    return customer;
  }

  /** First day of the period. */
  public LocalDate from() {
    return from;
  }

  /** Last day of the period. */
  public LocalDate until() {
    return until;
  }

  /** One per invoice, oldest first. */
  public List<EntryView> entries() {
    return entries;
  }

  /** Sum of the entries, in dollars. */
  public BigDecimal total() {
    return total;
  }

  /** When the statement was made. */
  public Instant printedAt() {
    return printedAt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof StatementView)) {
      return false;
    }
    StatementView that = (StatementView) other;
    return Objects.equals(customer, that.customer)
        && Objects.equals(from, that.from)
        && Objects.equals(until, that.until)
        && Objects.equals(entries, that.entries)
        && Objects.equals(total, that.total)
        && Objects.equals(printedAt, that.printedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customer, from, until, entries, total, printedAt);
  }

  @Override
  public String toString() {
    return "StatementView[customer="
        + customer
        + ", from="
        + from
        + ", until="
        + until
        + ", entries="
        + entries
        + ", total="
        + total
        + ", printedAt="
        + printedAt
        + "]";
  }
}
