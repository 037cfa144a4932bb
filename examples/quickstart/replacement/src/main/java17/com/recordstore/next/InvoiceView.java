package com.recordstore.next;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was on the day of the sale.
 *
 * @param invoiceId the number printed on it
 * @param customerId number of the customer
 * @param customerName first and last name
 * @param invoiceDate day of the sale
 * @param billing the billing address
 * @param postalCode postal code; null where it is unknown
 * @param total the billed amount, in dollars
 * @param balance the balance to pay, in dollars
 * @param status the status of the payment
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
