package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoiceServiceTest {
  private Connection connection;
  private InvoiceService invoices;

  @BeforeEach
  void open() throws BillingException {
    connection = Days.inHeadOfficeTime();
    invoices = new InvoiceService(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void invoiceWithItsLines() throws BillingException {
    Invoice invoice = invoices.findInvoice(4);

    assertThat(invoice.getCustomerName()).isEqualTo("Mark Philips");
    assertThat(invoice.getInvoiceDate()).hasToString("2009-01-06");
    assertThat(invoice.getBillingCity()).isEqualTo("Edmonton");
    assertThat(invoice.getBillingState()).isEqualTo("AB");
    assertThat(invoice.getPostalCode()).isEqualTo("T6G 2C7");
    assertThat(invoice.getTotal()).isEqualTo(8.91);
    assertThat(invoice.getBalance()).isEqualTo(8.91);
    assertThat(invoice.getStatus()).isEqualTo("OPEN");
    assertThat(invoice.getLines()).hasSize(9);
    assertThat(invoice.getLines()).allMatch(line -> line.getUnitPrice() == 0.99);
  }

  @Test
  void missingStateIsNull() throws BillingException {
    assertThat(invoices.findInvoice(1).getBillingState()).isNull();
  }

  @Test
  void unknownInvoice() {
    assertThatThrownBy(() -> invoices.findInvoice(413))
        .isInstanceOf(InvoiceNotFoundException.class)
        .hasMessage("No invoice 413");
  }

  @Test
  void impossibleInvoiceNumber() {
    assertThatThrownBy(() -> invoices.findInvoice(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void instalmentLeavesABalance() throws BillingException {
    Invoice invoice = invoices.findInvoice(1);

    invoices.applyPayment(invoice, payment(0.99, "2009-01-05 10:30"));

    assertThat(invoice.getBalance()).isEqualTo(0.99);
    assertThat(invoice.getStatus()).isEqualTo("PARTIAL");
    assertThat(invoice.getLastPaymentDate()).isEqualTo(Days.day("2009-01-05"));
    assertThat(invoice.isLate()).isFalse();
  }

  @Test
  void wholeAmountPaysTheInvoice() throws BillingException {
    Invoice invoice = invoices.findInvoice(1);

    invoices.applyPayment(invoice, payment(1.98, "2009-01-05 10:30"));

    assertThat(invoice.getBalance()).isZero();
    assertThat(invoice.getStatus()).isEqualTo("PAID");
  }

  @Test
  void thirtiethDayIsInTime() throws BillingException {
    Invoice invoice = invoices.findInvoice(1);

    invoices.applyPayment(invoice, payment(0.99, "2009-01-31 23:59"));

    assertThat(invoice.isLate()).isFalse();
  }

  @Test
  void thirtyFirstDayIsLate() throws BillingException {
    Invoice invoice = invoices.findInvoice(1);

    invoices.applyPayment(invoice, payment(0.99, "2009-02-01 00:00"));

    assertThat(invoice.isLate()).isTrue();
  }

  @Test
  void refusedPaymentChangesNothing() throws BillingException {
    Invoice invoice = invoices.findInvoice(1);

    assertThatThrownBy(() -> invoices.applyPayment(invoice, payment(1.99, "2009-01-05 10:30")))
        .isInstanceOf(OverpaymentException.class);
    assertThatThrownBy(() -> invoices.applyPayment(invoice, payment(0, "2009-01-05 10:30")))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(invoice.getBalance()).isEqualTo(1.98);
    assertThat(invoice.getLastPaymentDate()).isNull();
  }

  @Test
  void paidInvoiceTakesNoPayment() throws BillingException {
    Invoice invoice = invoices.findInvoice(1);
    invoice.setStatus("PAID");

    assertThatThrownBy(() -> invoices.applyPayment(invoice, payment(0.99, "2009-01-05 10:30")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Payment payment(double amount, String receivedAt) {
    Payment payment = new Payment();
    payment.setAmount(amount);
    payment.setReceivedAt(Days.at(receivedAt));
    return payment;
  }
}
