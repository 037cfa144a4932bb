package io.understudy.report.aggregate;

import io.understudy.journal.Fate;
import io.understudy.journal.Sums;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.HourCoverage;
import java.util.ArrayList;
import java.util.List;

/** Sums of one call point by the hour of the day. Not thread-safe. */
final class HourSums {
  static final int HOURS = 24;

  private final long[] intercepted = new long[HOURS];
  private final long[] verdicts = new long[HOURS];
  private final long[] shed = new long[HOURS];
  private final long[] paused = new long[HOURS];

  /** Adds a tally whose minute is in this hour. */
  void add(int hour, Books books, TallyEntry tally) {
    intercepted[hour] = Sums.plus(intercepted[hour], Math.max(0, books.intercepted()));
    verdicts[hour] = Sums.plus(verdicts[hour], Math.max(0, books.verdicts()));
    shed[hour] = Sums.plus(shed[hour], Math.max(0, books.ended(Fate.SHED)));
    for (long millis : tally.counted(TallyField.PAUSED).values()) {
      paused[hour] = Sums.plus(paused[hour], Math.max(0, millis));
    }
  }

  void merge(HourSums other) {
    add(intercepted, other.intercepted);
    add(verdicts, other.verdicts);
    add(shed, other.shed);
    add(paused, other.paused);
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < HOURS; i++) {
      to[i] = Sums.plus(to[i], more[i]);
    }
  }

  /** Returns the hours with calls or pauses, in order. */
  List<HourCoverage> hours() {
    List<HourCoverage> hours = new ArrayList<>();
    for (int i = 0; i < HOURS; i++) {
      if (intercepted[i] != 0 || paused[i] != 0) {
        hours.add(new HourCoverage(i, intercepted[i], verdicts[i], shed[i], paused[i]));
      }
    }
    return hours;
  }
}
