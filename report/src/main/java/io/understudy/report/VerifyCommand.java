package io.understudy.report;

import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.SealEntry;
import io.understudy.journal.file.FileSummary;
import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.report.render.TerminalReport;
import io.understudy.report.render.text.Figures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: checks the hash chains of journals and nothing else. */
@Command(
    name = "verify",
    description = "Checks that journals are unchanged: every seal, and every chain of files.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every seal holds and no file is missing",
      "2:the command line is wrong",
      "3:there is no journal, or something was changed, was cut off or is missing"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JournalInputs inputs;

  private final List<JournalProblem> damage = new ArrayList<>();
  private final List<JournalProblem> notes = new ArrayList<>();

  /** Keeps the last seal of one file and sorts its problems. */
  private final class SealVisitor implements JournalVisitor {
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
    public void problem(JournalProblem problem) {
      sort(problem);
    }
  }

  @Override
  public Integer call() throws UnusableEvidenceException {
    PrintWriter out = spec.commandLine().getOut();
    List<JournalFile> files = inputs.files(spec.commandLine());
    List<FileSummary> summaries = new ArrayList<>();
    for (JournalFile file : files) {
      SealVisitor seals = new SealVisitor();
      int before = damage.size();
      summaries.add(file.read(seals));
      out.println(
          (damage.size() == before ? "intact    " : "DAMAGED   ")
              + seals.last
              + "   "
              + TerminalReport.safe(file.path().toString()));
    }
    JournalReader.check(summaries, this::sort);
    notes.forEach(problem -> out.println("note: " + TerminalReport.safe(problem.toString())));
    damage.forEach(problem -> out.println("DAMAGE: " + TerminalReport.safe(problem.toString())));
    out.println(
        damage.isEmpty()
            ? "Every seal of " + Figures.count(files.size(), "file", "files") + " holds."
            : "The journals are not as they were written: "
                + Figures.count(damage.size(), "problem", "problems")
                + ".");
    out.flush();
    return damage.isEmpty() ? Main.OK : Main.UNUSABLE;
  }

  private void sort(JournalProblem problem) {
    (problem.kind().isDamage() ? damage : notes).add(problem);
  }
}
