package io.understudy.report.aggregate;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.report.summary.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks that the tallies of a session agree with each other and with its closing record. Without a
 * closing record only the tallies are checked: a call without a fate is in flight, or was lost when
 * the JVM was killed.
 */
final class BooksCheck {
  private BooksCheck() {}

  /** Returns the reasons against a score of this session's call points, by call point name. */
  static TreeMap<String, List<String>> refusals(SessionAccumulator session) {
    TreeMap<String, List<String>> refusals = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(session.points.keySet());
    if (session.close != null) {
      names.addAll(session.close.totals().keySet());
    }
    for (String name : names) {
      List<String> reasons = new ArrayList<>();
      Books books = session.point(name).all;
      String where = "Session " + session.entry.session() + " on " + session.entry.host();
      if (!books.isBalanced()) {
        reasons.add(where + " counts more ended calls than intercepted calls (" + books + ").");
      }
      if (session.close != null) {
        Books closed = books(session.close.totals().getOrDefault(name, PointTotals.none()));
        if (!agree(books, closed, session.missingAtFront() > 0)) {
          reasons.add(
              where
                  + " closed with "
                  + closed
                  + ", but its tallies sum to "
                  + books
                  + ": records are missing or were changed.");
        }
      }
      if (!reasons.isEmpty()) {
        refusals.put(name, reasons);
      }
    }
    return refusals;
  }

  // After a clean-up the first files of a session are missing. Then the tallies may be below the
  // totals, but never above.
  private static boolean agree(Books tallies, Books closed, boolean partly) {
    if (!partly) {
      return tallies.equals(closed);
    }
    boolean within = tallies.intercepted() <= closed.intercepted();
    for (Fate fate : Fate.values()) {
      within &= tallies.ended(fate) <= closed.ended(fate);
    }
    return within;
  }

  private static Books books(PointTotals totals) {
    Books books = Books.intercepted(totals.intercepted());
    for (Fate fate : Fate.values()) {
      books = books.with(fate, totals.fate(fate));
    }
    return books;
  }
}
