package com.recordstore.next;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sales reports for the management. Thread-safe. */
public final class Sales {
  private static final Comparator<TrackRank> BEST_FIRST =
      Comparator.comparing(TrackRank::revenue)
          .reversed()
          .thenComparing(TrackRank::title, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(TrackRank::trackId);

  /**
   * The tracks that brought in most in a period, both days included.
   *
   * @param howMany the most tracks that are listed, at least 1
   */
  public List<TrackRank> topTracks(Date from, Date until, int howMany) {
    if (howMany < 1) {
      throw new IllegalArgumentException("not a length: " + howMany);
    }
    List<TrackRank> ranks =
        Store.query(
            "select t.\"TrackId\", t.\"Name\", sum(l.\"Quantity\"),"
                + " sum(l.\"UnitPrice\" * l.\"Quantity\")"
                + " from \"Invoice\" i"
                + " join \"InvoiceLine\" l on l.\"InvoiceId\" = i.\"InvoiceId\""
                + " join \"Track\" t on t.\"TrackId\" = l.\"TrackId\""
                + " where i.\"InvoiceDate\" >= ? and i.\"InvoiceDate\" <= ?"
                + " group by t.\"TrackId\", t.\"Name\"",
            row ->
                new TrackRank(row.getInt(1), row.getString(2), row.getInt(3), row.getBigDecimal(4)),
            Dates.dayOf(from),
            Dates.dayOf(until));
    ranks.sort(BEST_FIRST);
    return new ArrayList<>(ranks.subList(0, Math.min(howMany, ranks.size())));
  }

  /**
   * Returns the sales of a month by country of the billing address, in dollars.
   *
   * @param month 1 to 12
   */
  public Map<String, BigDecimal> salesByCountry(int year, int month) {
    YearMonth of = YearMonth.of(year, month);
    Map<String, BigDecimal> sales = new TreeMap<>();
    // row by row, as an object-relational mapper often does: correct and slow
    for (int invoiceId : ids("select \"InvoiceId\" from \"Invoice\"")) {
      Head head = head(invoiceId);
      BigDecimal total = total(invoiceId);
      if (YearMonth.from(head.day).equals(of)) {
        sales.merge(head.country, total, BigDecimal::add);
      }
    }
    return sales;
  }

  private static List<Integer> ids(String sql, Object... parameters) {
    return Store.query(sql, row -> row.getInt(1), parameters);
  }

  private static Head head(int invoiceId) {
    return Store.query(
            "select \"InvoiceDate\", \"BillingCountry\" from \"Invoice\""
                + " where \"InvoiceId\" = ?",
            row -> new Head(row.getObject(1, LocalDate.class), row.getString(2)),
            invoiceId)
        .get(0);
  }

  private static BigDecimal total(int invoiceId) {
    BigDecimal total = BigDecimal.ZERO;
    for (int lineId :
        ids("select \"InvoiceLineId\" from \"InvoiceLine\" where \"InvoiceId\" = ?", invoiceId)) {
      total =
          total.add(
              Store.query(
                      "select \"UnitPrice\", \"Quantity\" from \"InvoiceLine\""
                          + " where \"InvoiceLineId\" = ?",
                      row -> row.getBigDecimal(1).multiply(row.getBigDecimal(2)),
                      lineId)
                  .get(0));
    }
    return total;
  }

  private static final class Head {
    final LocalDate day;
    final String country;

    Head(LocalDate day, String country) {
      this.day = day;
      this.country = country;
    }
  }
}
