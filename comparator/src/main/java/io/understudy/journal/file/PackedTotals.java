package io.understudy.journal.file;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The sums of one file by call point, in about 40 bytes each: of the counts only those that are not
 * 0. A reading keeps one for each file until its end. Immutable.
 */
final class PackedTotals {
  private static final Fate[] FATES = Fate.values();
  private static final int INTERCEPTED = 1 << FATES.length;

  private final String[] names;
  private final short[] present;
  private final long[] counts;

  PackedTotals(Map<String, PointTotals> totals) {
    names = new String[totals.size()];
    present = new short[totals.size()];
    long[] all = new long[(FATES.length + 1) * totals.size()];
    int point = 0;
    int size = 0;
    for (Map.Entry<String, PointTotals> total : totals.entrySet()) {
      names[point] = total.getKey();
      PointTotals sums = total.getValue();
      int bits = 0;
      if (sums.intercepted() != 0) {
        bits = INTERCEPTED;
        all[size++] = sums.intercepted();
      }
      for (int i = 0; i < FATES.length; i++) {
        if (sums.fate(FATES[i]) != 0) {
          bits |= 1 << i;
          all[size++] = sums.fate(FATES[i]);
        }
      }
      present[point++] = (short) bits;
    }
    counts = Arrays.copyOf(all, size);
  }

  /** Passes the sums in their order. */
  void forEach(BiConsumer<String, PointTotals> each) {
    int at = 0;
    for (int point = 0; point < names.length; point++) {
      int bits = present[point];
      long intercepted = (bits & INTERCEPTED) != 0 ? counts[at++] : 0;
      Map<Fate, Long> fates = new EnumMap<>(Fate.class);
      for (int i = 0; i < FATES.length; i++) {
        if ((bits & 1 << i) != 0) {
          fates.put(FATES[i], counts[at++]);
        }
      }
      each.accept(names[point], new PointTotals(intercepted, fates));
    }
  }

  Map<String, PointTotals> map() {
    Map<String, PointTotals> map = new LinkedHashMap<>();
    forEach(map::put);
    return map;
  }
}
