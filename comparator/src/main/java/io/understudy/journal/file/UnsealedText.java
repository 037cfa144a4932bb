package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.json.EntryReader;
import io.understudy.value.CountText;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Says what the lines after the last seal would have counted. They count nowhere else. */
final class UnsealedText {
  private static final int MOST_POINTS = 3;
  private static final int MOST_NAME = 60;

  private final EntryReader entries = new EntryReader();
  private final TreeMap<String, PointTotals> totals = new TreeMap<>();
  private long morePoints;
  private boolean closes;

  private UnsealedText() {}

  /** Describes the lines of a batch without a seal. */
  static String of(LineBatch batch) {
    UnsealedText text = new UnsealedText();
    batch.forEach(
        (line, array, start, length) -> {
          text.add(array, start, length);
          return true;
        });
    return text.toString();
  }

  private void add(byte[] array, int start, int length) {
    try {
      Object entry = entries.read(array, start, length);
      closes |= entry instanceof CloseEntry;
      if (entry instanceof TallyEntry) {
        add((TallyEntry) entry);
      }
    } catch (IOException | RuntimeException unreadable) {
      // Says nothing.
    }
  }

  private void add(TallyEntry tally) {
    PointTotals before = totals.get(tally.point());
    if (before != null || totals.size() < MOST_POINTS) {
      totals.put(tally.point(), (before == null ? PointTotals.none() : before).plus(tally));
    } else {
      morePoints++;
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, PointTotals> total : totals.entrySet()) {
      String name = total.getKey();
      out.append(out.length() == 0 ? "; they would say " : "; ")
          .append(name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME) + "…")
          .append(": ")
          .append(total.getValue());
    }
    if (morePoints > 0) {
      out.append("; and ").append(CountText.of(morePoints, "tally", "tallies")).append(" more");
    }
    return (closes ? "; they would close the session" : "") + out;
  }
}
