package io.understudy.report;

import io.understudy.journal.file.FileSelection;
import io.understudy.report.aggregate.JournalAggregator;
import io.understudy.report.propose.PointProposal;
import io.understudy.report.propose.Proposals;
import io.understudy.report.render.ProposalYaml;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code propose}: reads journals and drafts accepted differences. */
@Command(
    name = "propose",
    description =
        "Drafts accept: entries for the agent's configuration from the recorded differences.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:drafts were written, or there is nothing to propose",
      "2:the command line is wrong",
      "3:evidence was changed, contradicts itself, or is missing",
      "4:an error of this program, or too little memory",
      "5:there is nothing to judge: no journal or no score; or a file could not be written"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ProposeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JournalInputs inputs;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "the YAML file; without it the drafts are printed")
  private @Nullable Path output;

  @Mixin private PeriodOptions days;

  @Override
  public Integer call() throws UnusableEvidenceException {
    CommandLine line = spec.commandLine();
    ReportPeriod period = days.period(line);
    OutputFile file = output == null ? null : OutputFile.checked(output, ProposalYaml.MARK, line);
    FileSelection files = inputs.files(line);
    ParitySummary summary =
        new JournalAggregator(period, JournalAggregator.defaultThreads()).read(files).summary();
    requireUsable(summary);
    List<PointProposal> proposals = Proposals.of(summary);
    String yaml = ProposalYaml.render(summary, proposals, Main.Version.text());
    PrintWriter out = line.getOut();
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

  // A draft from evidence that was changed or contradicts itself could hide a fault for good.
  private static void requireUsable(ParitySummary summary) throws UnusableEvidenceException {
    if (summary.breaches() > 0) {
      throw UnusableEvidenceException.damaged(
          "Nothing is proposed: the journals were changed after writing, or contradict each"
              + " other. The command \"report\" lists the places.");
    }
    if (summary.overall().parity().isEmpty()) {
      throw new UnusableEvidenceException(
          "Nothing is proposed: these days have no score. The command \"report\" gives the"
              + " reason.");
    }
  }
}
