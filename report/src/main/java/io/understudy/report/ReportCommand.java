package io.understudy.report;

import io.understudy.journal.file.FileSelection;
import io.understudy.report.aggregate.JournalAggregator;
import io.understudy.report.render.HtmlReport;
import io.understudy.report.render.JsonReport;
import io.understudy.report.render.MarkdownReport;
import io.understudy.report.render.TerminalReport;
import io.understudy.report.summary.Parity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: reads journals and writes a report. */
@Command(
    name = "report",
    description = "Reads journals and writes the parity report.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the report was written, and the evidence is intact",
      "1:overall parity is below --fail-under",
      "2:the command line is wrong",
      "3:evidence was changed, contradicts itself, or is missing",
      "4:an error of this program, or too little memory",
      "5:there is nothing to judge: no journal or no score; or a file could not be written"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ReportCommand implements Callable<Integer> {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Spec private CommandSpec spec;
  @Mixin private JournalInputs inputs;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the HTML file; without it only the summary is printed")
  private @Nullable Path html;

  @Option(names = "--json", paramLabel = "FILE", description = "the same as JSON")
  private @Nullable Path json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "the summary as Markdown")
  private @Nullable Path markdown;

  @Mixin private PeriodOptions days;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description =
          "exit with 1 where overall parity, (matched + accepted) / compared over all call points"
              + " and days of the report, is below")
  private @Nullable BigDecimal failUnder;

  @Option(
      names = "--fail-on-lower-bound",
      description = "compare the lower bound of overall parity with --fail-under instead")
  private boolean onLowerBound;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many files are read at once; default: one for each processor, up to 8")
  private int threads = JournalAggregator.defaultThreads();

  @Override
  public Integer call() throws UnusableEvidenceException {
    CommandLine line = spec.commandLine();
    ReportPeriod period = days.period(line);
    checkOptions();
    List<OutputFile> outputs = new ArrayList<>();
    addOutput(html, HtmlReport.MARK, outputs);
    addOutput(json, JsonReport.MARK, outputs);
    addOutput(markdown, MarkdownReport.MARK, outputs);
    FileSelection files = inputs.files(line);
    ParitySummary summary = new JournalAggregator(period, threads).read(files).summary();
    Instant now = Clock.systemUTC().instant();
    write(summary, now, outputs);
    PrintWriter out = line.getOut();
    boolean colour = line.getColorScheme().ansi().enabled();
    out.print(TerminalReport.render(summary, now, colour));
    if (html != null) {
      out.println();
      out.println("Report: " + html.toAbsolutePath().normalize());
    }
    out.flush();
    return exitCode(summary);
  }

  private void checkOptions() {
    if (failUnder != null && (failUnder.signum() < 0 || failUnder.compareTo(HUNDRED) > 0)) {
      throw usageError("--fail-under " + failUnder + ": expected a percentage from 0 to 100");
    }
    if (onLowerBound && failUnder == null) {
      throw usageError("--fail-on-lower-bound has no effect without --fail-under PERCENT");
    }
    if (threads < 1) {
      throw usageError("--threads " + threads + ": expected at least 1");
    }
  }

  private void addOutput(@Nullable Path file, String mark, List<OutputFile> outputs) {
    if (file != null) {
      outputs.add(OutputFile.checked(file, mark, spec.commandLine()));
    }
  }

  private CommandLine.ParameterException usageError(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private static void write(ParitySummary summary, Instant now, List<OutputFile> outputs)
      throws UnusableEvidenceException {
    String version = Main.Version.text();
    for (OutputFile output : outputs) {
      String text =
          switch (output.mark()) {
            case HtmlReport.MARK -> HtmlReport.render(summary, now, version);
            case JsonReport.MARK -> JsonReport.render(summary, now, version);
            default -> MarkdownReport.render(summary, now, version);
          };
      output.write(text);
    }
  }

  private int exitCode(ParitySummary summary) {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Parity> parity = summary.overall().parity();
    if (summary.isDamaged()) {
      err.println(
          (failUnder == null ? "" : "--fail-under cannot pass: ")
              + "the evidence is not intact. See the problems above.");
      return Main.DAMAGED;
    }
    if (parity.isEmpty()) {
      return Main.UNUSABLE;
    }
    if (failUnder == null) {
      return Main.OK;
    }
    if (isBelow(parity.get(), failUnder)) {
      err.println(
          "--fail-under: "
              + (onLowerBound ? "the lower bound of overall parity" : "overall parity")
              + " is below "
              + failUnder.toPlainString()
              + " %");
      return Main.BELOW;
    }
    return Main.OK;
  }

  // Compares exact numbers: rounding must not lift a share that is just below the threshold.
  private boolean isBelow(Parity parity, BigDecimal percent) {
    if (onLowerBound) {
      return new BigDecimal(parity.lowerBound()).multiply(HUNDRED).compareTo(percent) < 0;
    }
    return BigDecimal.valueOf(parity.agreed())
            .multiply(HUNDRED)
            .compareTo(percent.multiply(BigDecimal.valueOf(parity.verdicts())))
        < 0;
  }
}
