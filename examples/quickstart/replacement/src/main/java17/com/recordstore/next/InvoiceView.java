package com.recordstore.next;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was on the day of the sale.
 *
 * @param invoiceId the number printed on it
 * @param customerId who bought
 * @param customerName first and last name
 * @param invoiceDate day of the sale
 * @param billing where the bill went
 * @param postalCode postal code; null where it is unknown
 * @param total what was billed, in dollars
 * @param balance what is still to be paid, in dollars
 * @param status how far it is paid
 * @param lastPaymentDate day of the last payment; null before the first
 * @param late whether a payment came too late
 * @param lines the tracks that were sold, by title
 */
public record InvoiceView(
    int invoiceId,
    int customerId,
    String customerName,
    LocalDate invoiceDate,
    Place billing,
    @Nullable String postalCode,
    BigDecimal total,
    BigDecimal balance,
    InvoiceStatus status,
    @Nullable LocalDate lastPaymentDate,
    boolean late,
    List<LineView> lines) {}
