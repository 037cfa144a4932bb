package com.recordstore.billing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.Set;
import java.util.Vector;

/** Works through a tray of requests, one after the other. Not thread-safe. */
public final class BackOffice {
  private final InvoiceService invoices;
  private final CustomerService customers;
  private final StatementService statements;
  private final SalesReports reports;
  private final CommissionService commissions;
  private final Dunning dunning = new Dunning();

  /** Invoices on which something has been paid, until they are filed; by number. */
  private final Hashtable<Integer, Invoice> onTheDesk = new Hashtable<Integer, Invoice>();

  /** One form, filled in again and again. */
  private final Payment payment = new Payment();

  private int handled;
  private int refused;
  private double paid;

  /** Reads through a connection that stays the caller's. */
  public BackOffice(Connection connection) {
    invoices = new InvoiceService(connection);
    customers = new CustomerService(connection);
    statements = new StatementService(connection);
    reports = new SalesReports(connection);
    commissions = new CommissionService(connection);
    payment.setReceivedAt(new Date());
  }

  /** Processes a request, or counts it as refused. */
  public void handle(Request request) throws SQLException {
    handled++;
    try {
      work(request);
    } catch (BillingException e) {
      if (e.getCause() instanceof SQLException) {
        throw (SQLException) e.getCause();
      }
      refused++;
    } catch (IllegalArgumentException e) {
      refused++;
    } catch (IllegalStateException e) {
      refused++;
    }
  }

  /** How many requests came. */
  public int handled() {
    return handled;
  }

  /** How many of them could not be fulfilled. */
  public int refused() {
    return refused;
  }

  /** How much was paid, in dollars. */
  public double paid() {
    return paid;
  }

  private void work(Request request) throws BillingException {
    switch (request.kind) {
      case INVOICE:
        show(invoices.findInvoice(request.number));
        break;
      case PAYMENT:
        book(request);
        break;
      case LABEL:
        String[] label = customers.mailingLabel(request.number);
        label[0] = "To: " + label[0];
        break;
      case GENRES:
        markFavourites(customers.genresBought(request.number));
        break;
      case SEARCH:
        if (request.place == null) {
          customers.search(request.text);
        } else {
          customers.search(request.text, request.place);
        }
        break;
      case STATEMENT:
        print(statements.statement(request.number, request.date, request.until));
        break;
      case TAX:
        TaxTable.tax(request.amount, request.text, request.place);
        break;
      case OVERDUE:
        dunning.daysOverdue(request.date, request.until);
        break;
      case TOP_TRACKS:
        Collections.reverse(reports.topTracks(request.date, request.until, request.number));
        break;
      case SALES:
        total(reports.salesByCountry(request.number, request.month));
        break;
      case COMMISSION:
        Calendar month = new GregorianCalendar();
        month.setTime(request.date);
        commissions.commission(
            request.number, month.get(Calendar.YEAR), month.get(Calendar.MONTH) + 1);
        break;
      default:
        throw new IllegalArgumentException("Unknown request " + request.kind);
    }
  }

  /** The screen shows the lines by title; it sorts them where they are. */
  private static void show(Invoice invoice) {
    Collections.sort(
        invoice.getLines(),
        new Comparator<InvoiceLine>() {
          public int compare(InvoiceLine a, InvoiceLine b) {
            return a.getTitle().compareTo(b.getTitle());
          }
        });
    invoice.setStatus("SHOWN");
  }

  private void book(Request request) throws BillingException {
    Invoice invoice = onTheDesk.get(request.number);
    if (invoice == null) {
      invoice = invoices.findInvoice(request.number);
    }
    payment.setAmount(request.amount);
    payment.getReceivedAt().setTime(request.date.getTime());
    payment.setReference(request.text);
    try {
      invoices.applyPayment(invoice, payment);
    } catch (IllegalStateException e) {
      onTheDesk.remove(request.number); // paid before: file it at last
      throw e;
    }
    paid += payment.getAmount();
    onTheDesk.put(invoice.getInvoiceId(), invoice);
  }

  private static void markFavourites(Set<GenreCount> genres) {
    for (GenreCount genre : genres) {
      if (genre.getTracks() >= 10) {
        genre.setGenre("* " + genre.getGenre());
      }
    }
  }

  /** The printer removes the entries from the statement, one by one. */
  private static void print(AccountStatement statement) {
    Vector<StatementEntry> entries = statement.getEntries();
    while (!entries.isEmpty()) {
      entries.firstElement().getLines().removeAllElements();
      entries.removeElementAt(0);
    }
  }

  private static void total(Hashtable<String, Double> sales) {
    double total = 0;
    for (Iterator<Double> amounts = sales.values().iterator(); amounts.hasNext(); ) {
      total += amounts.next().doubleValue();
    }
    sales.put("TOTAL", Double.valueOf(total));
  }
}
