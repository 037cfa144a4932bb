package io.understudy.report;

import io.understudy.journal.FileSummary;
import io.understudy.journal.JournalFile;
import io.understudy.journal.JournalReader;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.Problem;
import io.understudy.journal.SealEntry;
import io.understudy.report.render.TerminalReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: checks the hash chains of journals and nothing else. */
@Command(
    name = "verify",
    description =
        "Checks that journals are as they were written: every seal, and every chain of" + " files.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every seal holds and no file is missing",
      "2:the command line is wrong",
      "3:there is no journal, or something was changed, cut or is missing"
    })
@SuppressWarnings("NullAway.Init") // picocli sets them before it calls
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "directories of journals, or journals")
  private List<Path> places;

  private final List<Problem> damage = new ArrayList<>();
  private final List<Problem> unfinished = new ArrayList<>();

  /** Remembers the last seal, and what is wrong. */
  private final class Seals implements JournalVisitor {
    private String last = "no seal";

    @Override
    public boolean wantsExamples() {
      return false;
    }

    @Override
    public void seal(SealEntry seal) {
      last = seal.sha256();
    }

    @Override
    public void problem(Problem problem) {
      weigh(problem);
    }
  }

  @Override
  public Integer call() throws UnusableEvidenceException {
    PrintWriter out = spec.commandLine().getOut();
    List<JournalFile> files = JournalInputs.files(places, spec.commandLine());
    List<FileSummary> summaries = new ArrayList<>();
    for (JournalFile file : files) {
      Seals seals = new Seals();
      int before = damage.size();
      summaries.add(file.read(seals));
      out.println(
          (damage.size() == before ? "intact    " : "DAMAGED   ")
              + seals.last
              + "   "
              + TerminalReport.safe(file.path().toString()));
    }
    JournalReader.check(summaries, this::weigh);
    unfinished.forEach(problem -> out.println("note: " + TerminalReport.safe(problem.toString())));
    damage.forEach(problem -> out.println("DAMAGE: " + TerminalReport.safe(problem.toString())));
    out.println(
        damage.isEmpty()
            ? "Every seal of " + files.size() + " files holds."
            : "The journals are not as they were written: " + damage.size() + " problems.");
    out.flush();
    return damage.isEmpty() ? Main.OK : Main.UNUSABLE;
  }

  private void weigh(Problem problem) {
    (problem.kind().isDamage() ? damage : unfinished).add(problem);
  }
}
