package com.recordstore.next;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer's purchases in a period, by invoice.
 *
 * @param customer the customer
 * @param from first day of the period
 * @param until last day of the period
 * @param entries one per invoice, oldest first
 * @param total sum of the entries, in dollars
 * @param printedAt when the statement was made
 */
public record StatementView(
    AccountHolder customer,
    LocalDate from,
    LocalDate until,
    List<EntryView> entries,
    BigDecimal total,
    Instant printedAt) {}
