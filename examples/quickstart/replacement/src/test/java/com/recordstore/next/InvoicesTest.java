package com.recordstore.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recordstore.billing.Invoice;
import com.recordstore.billing.InvoiceNotFoundException;
import com.recordstore.billing.OverpaymentException;
import com.recordstore.billing.Payment;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoicesTest {
  private static final ZoneId HEAD_OFFICE = ZoneId.of("America/Edmonton");

  private final Invoices invoices = new Invoices();

  @BeforeEach
  void headOfficeTime() {
    TimeZone.setDefault(TimeZone.getTimeZone(HEAD_OFFICE));
  }

  @Test
  void invoiceWithItsLinesByTitle() throws InvoiceNotFoundException {
    InvoiceView invoice = invoices.findInvoice(1);

    assertThat(invoice.customerName()).isEqualTo("Leonie Köhler");
    assertThat(invoice.invoiceDate()).isEqualTo(LocalDate.of(2009, 1, 1));
    assertThat(invoice.billing()).isEqualTo(new Place("Stuttgart", null, "Germany"));
    assertThat(invoice.postalCode()).isEqualTo("70174");
    assertThat(invoice.total()).isEqualTo(new BigDecimal("1.98"));
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.OPEN);
    assertThat(invoice.lines())
        .extracting(LineView::title)
        .containsExactly("Balls to the Wall", "Restless and Wild");
  }

  @Test
  void unknownAndImpossibleInvoices() {
    assertThatThrownBy(() -> invoices.findInvoice(413))
        .isInstanceOf(InvoiceNotFoundException.class);
    assertThatThrownBy(() -> invoices.findInvoice(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void paymentInOfficeHours() throws Exception {
    Invoice invoice = open();

    invoices.applyPayment(invoice, payment(0.99, LocalDateTime.of(2009, 1, 31, 15, 59)));

    assertThat(invoice.getBalance()).isEqualTo(0.99);
    assertThat(invoice.getStatus()).isEqualTo("PARTIAL");
    assertThat(invoice.getLastPaymentDate()).isEqualTo(at(LocalDateTime.of(2009, 1, 31, 0, 0)));
    assertThat(invoice.isLate()).isFalse();
  }

  @Test
  void thirtyFirstDayIsLate() throws Exception {
    Invoice invoice = open();

    invoices.applyPayment(invoice, payment(1.98, LocalDateTime.of(2009, 2, 1, 9, 0)));

    assertThat(invoice.isLate()).isTrue();
    assertThat(invoice.getStatus()).isEqualTo("PAID");
    assertThat(invoice.getBalance()).isZero();
  }

  @Test
  void refusedPayments() {
    Invoice invoice = open();
    LocalDateTime noon = LocalDateTime.of(2009, 1, 5, 12, 0);

    assertThatThrownBy(() -> invoices.applyPayment(invoice, payment(1.99, noon)))
        .isInstanceOf(OverpaymentException.class);
    assertThatThrownBy(() -> invoices.applyPayment(invoice, payment(-0.5, noon)))
        .isInstanceOf(IllegalArgumentException.class);
    invoice.setStatus("PAID");
    assertThatThrownBy(() -> invoices.applyPayment(invoice, payment(0.99, noon)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Invoice open() {
    Invoice invoice = new Invoice();
    invoice.setInvoiceId(1);
    invoice.setInvoiceDate(Date.valueOf("2009-01-01"));
    invoice.setStatus("OPEN");
    invoice.setTotal(1.98);
    invoice.setBalance(1.98);
    return invoice;
  }

  private static Payment payment(double amount, LocalDateTime receivedAt) {
    Payment payment = new Payment();
    payment.setAmount(amount);
    payment.setReceivedAt(at(receivedAt));
    return payment;
  }

  private static java.util.Date at(LocalDateTime moment) {
    return java.util.Date.from(moment.atZone(HEAD_OFFICE).toInstant());
  }
}
