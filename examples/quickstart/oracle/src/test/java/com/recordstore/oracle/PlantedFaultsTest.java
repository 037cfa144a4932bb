package com.recordstore.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recordstore.billing.CustomerNotFoundException;
import com.recordstore.billing.CustomerService;
import com.recordstore.billing.Database;
import com.recordstore.billing.Dunning;
import com.recordstore.billing.Invoice;
import com.recordstore.billing.InvoiceLine;
import com.recordstore.billing.InvoiceService;
import com.recordstore.billing.Main;
import com.recordstore.billing.Payment;
import com.recordstore.billing.SalesReports;
import com.recordstore.billing.StatementEntry;
import com.recordstore.billing.StatementService;
import com.recordstore.billing.TaxTable;
import com.recordstore.billing.TrackSale;
import com.recordstore.next.Customers;
import com.recordstore.next.EntryView;
import com.recordstore.next.Invoices;
import com.recordstore.next.LineView;
import com.recordstore.next.Reminders;
import com.recordstore.next.Sales;
import com.recordstore.next.SalesTax;
import com.recordstore.next.Statements;
import com.recordstore.next.TrackRank;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.NoSuchElementException;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault of the README on an input that shows it, beside one that does not. */
class PlantedFaultsTest {
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    TimeZone.setDefault(Main.HEAD_OFFICE);
    connection = Database.open();
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  @Test
  void roundingMode() {
    assertThat(TaxTable.tax(5.94, "Norway", null)).isEqualTo(1.49);
    assertThat(SalesTax.tax(5.94, "Norway", null)).isEqualTo("1.48");
    assertThat(TaxTable.tax(1.98, "Norway", null)).isEqualTo(0.50);
    assertThat(SalesTax.tax(1.98, "Norway", null)).isEqualTo("0.50");
  }

  @Test
  void lastDayOfAPeriod() throws Exception {
    StatementService old = new StatementService(connection);
    Statements next = Statements.create();

    assertThat(old.statement(2, at(1, 1, 0), at(1, 1, 0)).getEntries())
        .extracting(StatementEntry::getInvoiceId)
        .containsExactly(1);
    assertThat(next.statement(2, at(1, 1, 0), at(1, 1, 0)).entries()).isEmpty();
    assertThat(next.statement(2, at(1, 1, 0), at(1, 2, 0)).entries())
        .extracting(EntryView::invoiceId)
        .containsExactly(1);
  }

  @Test
  void paymentAtNight() throws Exception {
    assertThat(bookedOn(at(1, 5, 20), true)).isEqualTo(at(1, 5, 0));
    assertThat(bookedOn(at(1, 5, 20), false)).isEqualTo(at(1, 6, 0));
    assertThat(bookedOn(at(1, 5, 15), false)).isEqualTo(at(1, 5, 0));
  }

  @Test
  void missingPostalCode() throws Exception {
    assertThat(new CustomerService(connection).mailingLabel(34)).contains("Lisbon");
    assertThat(new Customers().mailingLabel(34)).contains("null Lisbon");
  }

  @Test
  void longLabelLine() throws Exception {
    assertThat(new CustomerService(connection).mailingLabel(7))
        .contains("Rotenturmstraße 4, 1010 Innere Stadt");
    assertThat(new Customers().mailingLabel(7)).contains("Rotenturmstraße 4, 1010 Innere Stad");
  }

  @Test
  void unknownCustomer() {
    assertThatThrownBy(() -> new CustomerService(connection).mailingLabel(60))
        .isInstanceOf(CustomerNotFoundException.class);
    assertThatThrownBy(() -> new Customers().mailingLabel(60))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void missingPhone() throws Exception {
    assertThat(new CustomerService(connection).search("kovács")).hasSize(1);
    assertThatThrownBy(() -> new Customers().search("kovács", null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void twoTracksOfTheSameTitle() throws Exception {
    assertThat(new InvoiceService(connection).findInvoice(95).getLines())
        .extracting(InvoiceLine::getTitle)
        .filteredOn("Eruption"::equals)
        .hasSize(2);
    assertThat(new Invoices().findInvoice(95).lines())
        .extracting(LineView::title)
        .filteredOn("Eruption"::equals)
        .hasSize(1);
  }

  @Test
  void orderOfUpperAndLowerCase() throws Exception {
    Date from = day(2012, 6, 18);
    Date until = day(2012, 6, 25);

    assertThat(new SalesReports(connection).topTracks(from, until, 4))
        .extracting(TrackSale::getTitle)
        .containsExactly("Get On The Snake", "Loud Love", "Nothing To Say", "[Untitled]");
    assertThat(new Sales().topTracks(from, until, 4))
        .extracting(TrackRank::title)
        .containsExactly("[Untitled]", "Get On The Snake", "Loud Love", "Nothing To Say");
  }

  @Test
  void nightOfSummerTime() {
    Date due = day(2009, 3, 1);
    Date today = day(2009, 3, 11);

    assertThat(new Dunning().daysOverdue(due, today)).isEqualTo(9);
    assertThat(new Reminders().daysOverdue(due, today)).isEqualTo(10);
  }

  private Date bookedOn(Date receivedAt, boolean old) throws Exception {
    Invoice invoice = new InvoiceService(connection).findInvoice(1);
    Payment payment = new Payment();
    payment.setAmount(0.99);
    payment.setReceivedAt(receivedAt);
    if (old) {
      new InvoiceService(connection).applyPayment(invoice, payment);
    } else {
      new Invoices().applyPayment(invoice, payment);
    }
    return invoice.getLastPaymentDate();
  }

  private static Date day(int year, int month, int day) {
    return date(LocalDateTime.of(year, month, day, 0, 0));
  }

  private static Date at(int month, int day, int hour) {
    return date(LocalDateTime.of(2009, month, day, hour, 0));
  }

  private static Date date(LocalDateTime moment) {
    return Date.from(moment.atZone(Main.HEAD_OFFICE.toZoneId()).toInstant());
  }
}
