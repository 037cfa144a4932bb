package io.understudy.report.aggregate;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.report.summary.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the tallies of a session against its closing record, and against themselves. A session
 * without a closing record can only be held against itself: what has no fate there is in flight, or
 * was lost when its JVM was killed.
 */
final class BooksCheck {
  private BooksCheck() {}

  /** Why a session's call points deserve no score: sentences by the name of the call point. */
  static TreeMap<String, List<String>> refusals(SessionAccumulator session) {
    TreeMap<String, List<String>> refusals = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(session.points.keySet());
    if (session.close != null) {
      names.addAll(session.close.totals().keySet());
    }
    for (String name : names) {
      List<String> reasons = new ArrayList<>();
      Books books = session.point(name).all;
      String where = "Session " + session.facts.session() + " on " + session.facts.host();
      if (!books.close()) {
        reasons.add(where + " tells of more ended calls than intercepted ones (" + books + ").");
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

  // Where the first files of a session are not here, as after a clean-up of old ones, the tallies
  // cannot reach the totals; but they cannot exceed them.
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
