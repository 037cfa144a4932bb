package io.understudy.report;

import io.understudy.journal.file.JournalReader;
import io.understudy.report.aggregate.JournalAggregator;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Reads the journals of a directory. */
public final class Summaries {
  private Summaries() {}

  /** Summarises all days in UTC. */
  public static ParitySummary of(Path directory) {
    return of(directory, ReportPeriod.all(ZoneOffset.UTC));
  }

  /** Summarises the days of a period. */
  public static ParitySummary of(Path directory, ReportPeriod period) {
    try {
      return new JournalAggregator(period, 2)
          .read(JournalReader.over(directory).select())
          .summary();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
