package com.recordstore.oracle;

import com.recordstore.billing.CommissionService;
import com.recordstore.billing.CustomerService;
import com.recordstore.billing.Dunning;
import com.recordstore.billing.Invoice;
import com.recordstore.billing.InvoiceService;
import com.recordstore.billing.Payment;
import com.recordstore.billing.Request;
import com.recordstore.billing.SalesReports;
import com.recordstore.billing.StatementService;
import com.recordstore.billing.TaxTable;
import com.recordstore.next.Commissions;
import com.recordstore.next.Customers;
import com.recordstore.next.Invoices;
import com.recordstore.next.Reminders;
import com.recordstore.next.Sales;
import com.recordstore.next.SalesTax;
import com.recordstore.next.Statements;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Calendar;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the back office's calls to both systems. Not thread-safe. */
final class BothSides {
  private final InvoiceService invoices;
  private final CustomerService customers;
  private final StatementService statements;
  private final SalesReports reports;
  private final CommissionService commissions;
  private final Dunning dunning = new Dunning();

  private final Invoices nextInvoices = new Invoices();
  private final Customers nextCustomers = new Customers();
  private final Statements nextStatements = Statements.create();
  private final Sales nextSales = new Sales();
  private final Commissions nextCommissions = new Commissions();
  private final Reminders nextReminders = new Reminders();

  private final Map<Integer, Invoice> onTheDesk = new HashMap<>();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  /** The old system reads through this connection, the new one through its own. */
  BothSides(Connection connection) {
    invoices = new InvoiceService(connection);
    customers = new CustomerService(connection);
    statements = new StatementService(connection);
    reports = new SalesReports(connection);
    commissions = new CommissionService(connection);
  }

  /** The counts so far, by call point. */
  Collection<Tally> tallies() {
    return tallies.values();
  }

  /** Makes the calls of a request on both sides. */
  void handle(Request r) throws ReflectiveOperationException {
    switch (r.kind) {
      case INVOICE -> findInvoice(r.number);
      case PAYMENT -> book(r);
      case LABEL ->
          compare(
              "mailingLabel",
              Answer.of(() -> customers.mailingLabel(r.number)),
              Answer.of(() -> nextCustomers.mailingLabel(r.number)),
              Comparisons::label);
      case GENRES ->
          compare(
              "genresBought",
              Answer.of(() -> customers.genresBought(r.number)),
              Answer.of(() -> nextCustomers.genresBought(r.number)),
              Comparisons::genres);
      case SEARCH ->
          compare(
              "search",
              Answer.of(() -> customers.search(r.text, r.place)),
              Answer.of(() -> nextCustomers.search(r.text, r.place)),
              Comparisons::customers);
      case STATEMENT ->
          compare(
              "statement",
              Answer.of(() -> statements.statement(r.number, r.date, r.until)),
              Answer.of(() -> nextStatements.statement(r.number, r.date, r.until)),
              Comparisons::statement);
      case TAX ->
          compare(
              "tax",
              Answer.of(() -> TaxTable.tax(r.amount, r.text, r.place)),
              Answer.of(() -> SalesTax.tax(r.amount, r.text, r.place)),
              (f, control, candidate) -> f.money("", control, candidate));
      case OVERDUE ->
          compare(
              "daysOverdue",
              Answer.of(() -> dunning.daysOverdue(r.date, r.until)),
              Answer.of(() -> nextReminders.daysOverdue(r.date, r.until)),
              (f, control, candidate) -> f.same("", (long) control, candidate));
      case TOP_TRACKS ->
          compare(
              "topTracks",
              Answer.of(() -> reports.topTracks(r.date, r.until, r.number)),
              Answer.of(() -> nextSales.topTracks(r.date, r.until, r.number)),
              Comparisons::topTracks);
      case SALES ->
          compare(
              "salesByCountry",
              Answer.of(() -> reports.salesByCountry(r.number, r.month)),
              Answer.of(() -> nextSales.salesByCountry(r.number, r.month)),
              Comparisons::sales);
      case COMMISSION -> rateFor(r);
    }
  }

  private Answer<Invoice> findInvoice(int number) {
    Answer<Invoice> control = Answer.of(() -> invoices.findInvoice(number));
    compare(
        "findInvoice",
        control,
        Answer.of(() -> nextInvoices.findInvoice(number)),
        Comparisons::invoice);
    return control;
  }

  private void book(Request r) {
    Invoice known = onTheDesk.get(r.number);
    Invoice invoice = known != null ? known : findInvoice(r.number).get();
    Payment payment = new Payment();
    payment.setAmount(r.amount);
    payment.setReceivedAt(r.date);
    payment.setReference(r.text);
    Invoice invoiceCopy = Copies.of(invoice);
    Payment paymentCopy = Copies.of(payment);
    Answer<Void> control =
        Answer.of(
            () -> {
              invoices.applyPayment(invoice, payment);
              return null;
            });
    Answer<Void> candidate =
        Answer.of(
            () -> {
              nextInvoices.applyPayment(invoiceCopy, paymentCopy);
              return null;
            });
    Findings findings = outcomes(control, candidate);
    Comparisons.booked(findings, invoice, invoiceCopy);
    tally("applyPayment").count(findings);
    if (control.thrown() == null) {
      onTheDesk.put(r.number, invoice);
    } else if (control.thrown() instanceof IllegalStateException) {
      onTheDesk.remove(r.number);
    }
  }

  /** The rate is private to the old system, so the oracle opens it. */
  private void rateFor(Request r) throws ReflectiveOperationException {
    Calendar month = new GregorianCalendar();
    month.setTime(r.date);
    Method salesOf =
        CommissionService.class.getDeclaredMethod("salesOf", int.class, int.class, int.class);
    salesOf.setAccessible(true);
    double sales =
        (double)
            salesOf.invoke(
                commissions, r.number, month.get(Calendar.YEAR), month.get(Calendar.MONTH) + 1);
    Method rateFor = CommissionService.class.getDeclaredMethod("rateFor", double.class);
    rateFor.setAccessible(true);
    compare(
        "rateFor",
        Answer.of(() -> (double) rateFor.invoke(commissions, sales)),
        Answer.of(() -> nextCommissions.rateFor(sales)),
        (Findings f, Double control, BigDecimal candidate) -> f.money("", control, candidate));
  }

  /** Compares the results of both sides. */
  private interface ByHand<A, B> {
    /** Notes where they disagree. */
    void compare(Findings findings, A control, B candidate);
  }

  private <A, B> void compare(
      String point, Answer<A> control, Answer<B> candidate, ByHand<A, B> byHand) {
    Findings findings = outcomes(control, candidate);
    if (control.thrown() == null && candidate.thrown() == null) {
      byHand.compare(findings, control.get(), candidate.get());
    }
    tally(point).count(findings);
  }

  private static Findings outcomes(Answer<?> control, Answer<?> candidate) {
    Findings findings = new Findings();
    if (!nameOf(control.thrown()).equals(nameOf(candidate.thrown()))) {
      findings.add("", "EXCEPTION");
    }
    return findings;
  }

  private static String nameOf(@Nullable Exception thrown) {
    return thrown == null ? "" : thrown.getClass().getName();
  }

  private Tally tally(String point) {
    return tallies.computeIfAbsent(point, Tally::new);
  }
}
