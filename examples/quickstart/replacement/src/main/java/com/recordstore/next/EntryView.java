package com.recordstore.next;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One invoice on an account statement. The twin for Java 8 of the record in {@code
 * src/main/java17}.
 */
public final class EntryView {
  private final int invoiceId;
  private final LocalDate invoiceDate;
  private final BigDecimal amount;
  private final List<LineView> lines;

  /** As the record's canonical constructor. */
  public EntryView(int invoiceId, LocalDate invoiceDate, BigDecimal amount, List<LineView> lines) {
    this.invoiceId = invoiceId;
    this.invoiceDate = invoiceDate;
    this.amount = amount;
    this.lines = lines;
  }

  /** Number of the invoice. */
  public int invoiceId() {
    return invoiceId;
  }

  /** Day of the sale. */
  public LocalDate invoiceDate() {
    return invoiceDate;
  }

  /** The billed amount, in dollars. */
  public BigDecimal amount() {
    return amount;
  }

  /** The tracks that were sold, by title. */
  public List<LineView> lines() {
    return lines;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof EntryView)) {
      return false;
    }
    EntryView that = (EntryView) other;
    return invoiceId == that.invoiceId
        && Objects.equals(invoiceDate, that.invoiceDate)
        && Objects.equals(amount, that.amount)
        && Objects.equals(lines, that.lines);
  }

  @Override
  public int hashCode() {
    return Objects.hash(invoiceId, invoiceDate, amount, lines);
  }

  @Override
  public String toString() {
    return "EntryView[invoiceId="
        + invoiceId
        + ", invoiceDate="
        + invoiceDate
        + ", amount="
        + amount
        + ", lines="
        + lines
        + "]";
  }
}
