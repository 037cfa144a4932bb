package com.recordstore.next;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the lines of invoices. Thread-safe. */
final class Lines {
  private Lines() {}

  /** The lines of an invoice, sorted by title: the new screens show them so. */
  static List<LineView> of(int invoiceId) {
    Map<String, LineView> byTitle = new TreeMap<>();
    for (LineView line : read(invoiceId)) {
      byTitle.put(line.title(), line);
    }
    return new ArrayList<>(byTitle.values());
  }

  private static List<LineView> read(int invoiceId) {
    return Store.query(
        "select l.\"InvoiceLineId\", l.\"TrackId\", t.\"Name\", l.\"UnitPrice\", l.\"Quantity\""
            + " from \"InvoiceLine\" l join \"Track\" t on t.\"TrackId\" = l.\"TrackId\""
            + " where l.\"InvoiceId\" = ?",
        row ->
            new LineView(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getInt(5)),
        invoiceId);
  }
}
