package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The summary of one file, for the check that the files of a session fit together. */
public final class FileSummary {
  private final String path;
  @Nullable SessionEntry session;
  @Nullable String lastSeal;
  @Nullable CloseEntry close;
  boolean endsUnsealed;
  private final Map<String, PointTotals> totals = new LinkedHashMap<>();

  FileSummary(String path) {
    this.path = path;
  }

  void add(TallyEntry tally) {
    PointTotals before = totals.getOrDefault(tally.point(), PointTotals.none());
    totals.put(tally.point(), before.plus(tally));
  }

  /** The path of the file. */
  public String path() {
    return path;
  }

  /** Its first line; null if it could not be read. */
  public @Nullable SessionEntry session() {
    return session;
  }

  /** The sums of its tallies, by the name of the call point. Unmodifiable. */
  public Map<String, PointTotals> totals() {
    return Collections.unmodifiableMap(totals);
  }

  @Override
  public String toString() {
    return path + ": " + totals;
  }
}
