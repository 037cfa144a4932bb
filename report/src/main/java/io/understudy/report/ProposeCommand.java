package io.understudy.report;

import io.understudy.journal.JournalFile;
import io.understudy.report.aggregate.JournalAggregator;
import io.understudy.report.propose.PointProposal;
import io.understudy.report.propose.Proposals;
import io.understudy.report.render.ProposalYaml;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code propose}: journals in, drafts of accepted differences out. */
@Command(
    name = "propose",
    description =
        "Drafts accept: entries for the agent's configuration from the differences that were"
            + " recorded.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:drafts were written, or there is nothing to propose",
      "2:the command line is wrong",
      "3:the evidence cannot be used: no journal, no score, or journals that were changed"
    })
@SuppressWarnings("NullAway.Init") // picocli sets them before it calls
final class ProposeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "directories of journals, or journals")
  private List<Path> places;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "the YAML file; without it the drafts are printed")
  private @Nullable Path output;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "where days begin, such as Europe/Berlin or UTC; default: the system's")
  private @Nullable ZoneId zone;

  @Option(names = "--from", paramLabel = "DAY", description = "the first day, yyyy-mm-dd")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "the last day, included")
  private @Nullable LocalDate to;

  @Override
  public Integer call() throws UnusableEvidenceException {
    if (from != null && to != null && from.isAfter(to)) {
      throw usageError("--from " + from + " is after --to " + to);
    }
    OutputFile file = output == null ? null : new OutputFile(output, ProposalYaml.MARK);
    Optional<String> refusal = file == null ? Optional.empty() : file.refusal();
    if (refusal.isPresent()) {
      throw usageError(refusal.get());
    }
    List<JournalFile> files = JournalInputs.files(places, spec.commandLine());
    ReportPeriod period = new ReportPeriod(zone == null ? ZoneId.systemDefault() : zone, from, to);
    ParitySummary summary =
        new JournalAggregator(period, Math.min(8, Runtime.getRuntime().availableProcessors()))
            .read(files)
            .summary();
    unusable(summary);
    List<PointProposal> proposals = Proposals.of(summary);
    String yaml = ProposalYaml.render(summary, proposals, Main.Version.text());
    PrintWriter out = spec.commandLine().getOut();
    if (file == null) {
      out.print(yaml);
    } else {
      file.write(yaml);
      long drafts = proposals.stream().mapToLong(p -> p.drafts().size()).sum();
      out.println("Drafts of accepted differences: " + drafts + ", in " + output);
    }
    out.flush();
    return Main.OK;
  }

  // Nothing should be agreed on by evidence that was changed or does not add up.
  private static void unusable(ParitySummary summary) throws UnusableEvidenceException {
    if (summary.breaches() > 0) {
      throw new UnusableEvidenceException(
          "The journals changed after writing, or contradict each other, so nothing is proposed:"
              + " \"report\" lists the places.");
    }
    if (summary.overall().parity().isEmpty()) {
      throw new UnusableEvidenceException(
          "There is no score for these days, so nothing is proposed: \"report\" says why.");
    }
  }

  private CommandLine.ParameterException usageError(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
