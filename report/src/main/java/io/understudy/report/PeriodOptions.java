package io.understudy.report;

import io.understudy.report.summary.ReportPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that choose the days of a report. */
final class PeriodOptions {
  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "the time zone of the days, such as Europe/Berlin or UTC; default: the system's")
  private @Nullable ZoneId zone;

  @Option(names = "--from", paramLabel = "DAY", description = "the first day, yyyy-mm-dd")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "the last day, included")
  private @Nullable LocalDate to;

  /**
   * Returns the chosen days.
   *
   * @throws CommandLine.ParameterException where the first day is after the last
   */
  ReportPeriod period(CommandLine line) {
    if (from != null && to != null && from.isAfter(to)) {
      throw new CommandLine.ParameterException(line, "--from " + from + " is after --to " + to);
    }
    return new ReportPeriod(zone == null ? ZoneId.systemDefault() : zone, from, to);
  }
}
