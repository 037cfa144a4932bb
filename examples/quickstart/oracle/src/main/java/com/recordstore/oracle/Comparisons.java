package com.recordstore.oracle;

import com.recordstore.billing.AccountStatement;
import com.recordstore.billing.Customer;
import com.recordstore.billing.GenreCount;
import com.recordstore.billing.Invoice;
import com.recordstore.billing.InvoiceLine;
import com.recordstore.billing.StatementEntry;
import com.recordstore.billing.TrackSale;
import com.recordstore.next.CustomerView;
import com.recordstore.next.EntryView;
import com.recordstore.next.GenreTally;
import com.recordstore.next.InvoiceView;
import com.recordstore.next.LineView;
import com.recordstore.next.StatementView;
import com.recordstore.next.TrackRank;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Field by field, one method for each method of the old system, all written by hand. */
final class Comparisons {
  private Comparisons() {}

  static void invoice(Findings f, Invoice control, InvoiceView candidate) {
    f.same("/invoiceId", control.getInvoiceId(), candidate.invoiceId());
    f.same("/customerId", control.getCustomerId(), candidate.customerId());
    f.same("/customerName", control.getCustomerName(), candidate.customerName());
    f.day("/invoiceDate", control.getInvoiceDate(), candidate.invoiceDate());
    f.same("/billingCity", control.getBillingCity(), candidate.billing().city());
    f.same("/billingState", control.getBillingState(), candidate.billing().state());
    f.same("/billingCountry", control.getBillingCountry(), candidate.billing().country());
    f.same("/postalCode", control.getPostalCode(), candidate.postalCode());
    f.money("/total", control.getTotal(), candidate.total());
    f.money("/balance", control.getBalance(), candidate.balance());
    f.same("/status", control.getStatus(), candidate.status().name());
    f.same("/lastPaymentDate", control.getLastPaymentDate(), candidate.lastPaymentDate());
    f.same("/late", control.isLate(), candidate.late());
    lines(f, "/lines/*", control.getLines(), candidate.lines());
  }

  static void booked(Findings f, Invoice control, Invoice candidate) {
    String at = "/arguments/*";
    f.money(at + "/balance", control.getBalance(), new BigDecimal(candidate.getBalance()));
    f.same(at + "/status", control.getStatus(), candidate.getStatus());
    f.same(at + "/lastPaymentDate", control.getLastPaymentDate(), candidate.getLastPaymentDate());
    f.same(at + "/late", control.isLate(), candidate.isLate());
  }

  static void label(Findings f, String[] control, List<String> candidate) {
    for (int i = 0; i < Math.max(control.length, candidate.size()); i++) {
      if (i >= candidate.size()) {
        f.add("/*", "MISSING");
      } else if (i >= control.length) {
        f.add("/*", "EXTRA");
      } else {
        f.same("/*", control[i], candidate.get(i));
      }
    }
  }

  static void genres(Findings f, Set<GenreCount> control, Set<GenreTally> candidate) {
    Set<List<Object>> left = new HashSet<>();
    control.forEach(genre -> left.add(List.of(genre.getGenre(), genre.getTracks())));
    Set<List<Object>> right = new HashSet<>();
    candidate.forEach(genre -> right.add(List.of(genre.genre(), genre.tracks())));
    f.same("/*", left, right);
  }

  static void customers(Findings f, List<Customer> control, List<CustomerView> candidate) {
    Map<Integer, CustomerView> byId = new HashMap<>();
    candidate.forEach(customer -> byId.put(customer.customerId(), customer));
    for (Customer left : control) {
      CustomerView right = byId.remove(left.getCustomerId());
      if (right == null) {
        f.add("/*", "MISSING");
        continue;
      }
      f.same("/*/firstName", left.getFirstName(), right.firstName());
      f.same("/*/lastName", left.getLastName(), right.lastName());
      f.same("/*/company", left.getCompany(), right.company());
      f.same("/*/city", left.getCity(), right.city());
      f.same("/*/country", left.getCountry(), right.country());
      f.same("/*/phone", left.getPhone(), right.phone());
    }
    if (!byId.isEmpty()) {
      f.add("/*", "EXTRA");
    }
  }

  static void statement(Findings f, AccountStatement control, StatementView candidate) {
    f.same("/customerId", control.getCustomerId(), candidate.customer().id());
    f.same("/customerName", control.getCustomerName(), candidate.customer().name());
    f.same("/city", control.getCity(), candidate.customer().city());
    f.same("/country", control.getCountry(), candidate.customer().country());
    f.day("/from", control.getFrom(), candidate.from());
    f.day("/until", control.getUntil(), candidate.until());
    f.money("/total", control.getTotal(), candidate.total());
    List<StatementEntry> left = control.getEntries();
    List<EntryView> right = candidate.entries();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      f.same("/entries/*/invoiceId", left.get(i).getInvoiceId(), right.get(i).invoiceId());
      f.day("/entries/*/invoiceDate", left.get(i).getInvoiceDate(), right.get(i).invoiceDate());
      f.money("/entries/*/amount", left.get(i).getAmount(), right.get(i).amount());
      lines(f, "/entries/*/lines/*", left.get(i).getLines(), right.get(i).lines());
    }
    sizes(f, "/entries/*", left.size(), right.size());
  }

  /**
   * In order; the same tracks in another order are one disagreement, about the order. Where one
   * falls out of the shortened list another stands for it that sold as often: a changed element.
   */
  static void topTracks(Findings f, List<TrackSale> control, List<TrackRank> candidate) {
    List<Integer> left = control.stream().map(TrackSale::getTrackId).toList();
    List<Integer> right = candidate.stream().map(TrackRank::trackId).toList();
    if (!left.equals(right)) {
      f.add("", "ORDER");
      if (!Set.copyOf(left).equals(Set.copyOf(right))) {
        f.add("/*/trackId", "VALUE");
        f.add("/*/title", "VALUE");
      }
    }
    Map<Integer, TrackRank> byId = new HashMap<>();
    candidate.forEach(rank -> byId.put(rank.trackId(), rank));
    for (TrackSale sale : control) {
      TrackRank rank = byId.get(sale.getTrackId());
      if (rank != null) {
        f.same("/*/title", sale.getTitle(), rank.title());
        f.same("/*/sold", sale.getSold(), rank.sold());
        f.money("/*/revenue", sale.getRevenue(), rank.revenue());
      }
    }
  }

  static void sales(Findings f, Map<String, Double> control, Map<String, BigDecimal> candidate) {
    control.forEach(
        (country, amount) -> {
          BigDecimal other = candidate.get(country);
          if (other == null) {
            f.add("/*", "MISSING");
          } else {
            f.money("/*", amount, other);
          }
        });
    if (!control.keySet().containsAll(candidate.keySet())) {
      f.add("/*", "EXTRA");
    }
  }

  private static void lines(
      Findings f, String at, List<InvoiceLine> control, List<LineView> candidate) {
    Map<Integer, LineView> byId = new HashMap<>();
    candidate.forEach(line -> byId.put(line.lineId(), line));
    for (InvoiceLine left : control) {
      LineView right = byId.remove(left.getLineId());
      if (right == null) {
        f.add(at, "MISSING");
        continue;
      }
      f.same(at + "/trackId", left.getTrackId(), right.trackId());
      f.same(at + "/title", left.getTitle(), right.title());
      f.money(at + "/unitPrice", left.getUnitPrice(), right.unitPrice());
      f.same(at + "/quantity", left.getQuantity(), right.quantity());
    }
    if (!byId.isEmpty()) {
      f.add(at, "EXTRA");
    }
  }

  private static void sizes(Findings f, String at, int control, int candidate) {
    if (control > candidate) {
      f.add(at, "MISSING");
    } else if (candidate > control) {
      f.add(at, "EXTRA");
    }
  }
}
