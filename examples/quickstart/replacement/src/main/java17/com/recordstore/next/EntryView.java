package com.recordstore.next;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One invoice on an account statement.
 *
 * @param invoiceId number of the invoice
 * @param invoiceDate day of the sale
 * @param amount the billed amount, in dollars
 * @param lines the tracks that were sold, by title
 */
public record EntryView(
    int invoiceId, LocalDate invoiceDate, BigDecimal amount, List<LineView> lines) {}
