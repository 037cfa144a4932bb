package io.understudy.report;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.FileSelection;
import io.understudy.journal.file.FileSummary;
import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.journal.file.JournalTooLargeException;
import io.understudy.report.render.TerminalReport;
import io.understudy.report.render.text.Figures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verify}: checks the hash chains of journals, and seals that were noted elsewhere. */
@Command(
    name = "verify",
    description = "Checks that journals are unchanged: every seal, and every chain of files.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every seal holds and no file is missing",
      "2:the command line is wrong",
      "3:something was changed, was cut off or is missing, or an expected seal was not found",
      "4:an error of this program, or too little memory",
      "5:there is no journal"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the field before it calls
final class VerifyCommand implements Callable<Integer> {
  /** The greatest number of problems that are printed; all are counted. */
  private static final int MOST_PRINTED = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private JournalInputs inputs;

  @Option(
      names = "--expect",
      paramLabel = "SEAL",
      description =
          "a seal that was noted elsewhere, such as in the agent's log: its SHA-256 or at least 12"
              + " digits of its beginning; one for each session")
  private List<String> expected = new ArrayList<>();

  private final List<ExpectedSeal> seals = new ArrayList<>();
  private final List<JournalProblem> damage = new ArrayList<>();
  private final List<JournalProblem> notes = new ArrayList<>();
  private long damages;
  private long remarks;

  /** Keeps the last seal of one file and sorts its problems. */
  private final class SealVisitor implements JournalVisitor {
    private final String path;
    private String last = "no seal";
    private @Nullable SessionEntry session;

    SealVisitor(String path) {
      this.path = path;
    }

    private void entry(long calls) {
      seals.forEach(seal -> seal.entry(path, calls));
    }

    @Override
    public void session(SessionEntry entry) {
      session = entry;
    }

    @Override
    public void point(PointEntry point) {
      entry(0);
    }

    @Override
    public void tally(TallyEntry tally) {
      entry(tally.intercepted());
    }

    @Override
    public void example(ExampleEntry example) {
      entry(0);
    }

    @Override
    public void heartbeat(HeartbeatEntry beat) {
      entry(0);
    }

    @Override
    public void close(CloseEntry close) {
      entry(0);
    }

    @Override
    public void seal(SealEntry seal, long line) {
      entry(0);
      last = seal.sha256();
      SessionEntry inSession = session;
      if (inSession != null) {
        seals.stream()
            .filter(one -> one.matches(last))
            .forEach(one -> one.foundIn(inSession, path, line));
      }
    }

    @Override
    public void problem(JournalProblem problem) {
      sort(problem);
    }
  }

  @Override
  public Integer call() throws UnusableEvidenceException {
    for (String text : expected) {
      ExpectedSeal seal = ExpectedSeal.of(text);
      if (seal == null) {
        throw new ParameterException(
            spec.commandLine(),
            "--expect "
                + TerminalReport.safe(text)
                + ": expected the SHA-256 of a seal, 12 to 64 hexadecimal digits");
      }
      seals.add(seal);
    }
    PrintWriter out = spec.commandLine().getOut();
    FileSelection selection = inputs.files(spec.commandLine());
    selection.problems().forEach(this::sort);
    List<FileSummary> summaries = new ArrayList<>(selection.contested());
    for (JournalFile file : selection.files()) {
      SealVisitor visitor = new SealVisitor(file.path().toString());
      long before = damages;
      try {
        summaries.add(file.read(visitor));
      } catch (JournalTooLargeException full) {
        sort(Main.problem(full));
        return conclude(out, selection);
      }
      out.println(
          (damages == before ? "intact    " : "DAMAGED   ")
              + visitor.last
              + "   "
              + TerminalReport.safe(file.path().toString()));
    }
    JournalReader.check(summaries, this::sort);
    compare(summaries, out);
    return conclude(out, selection);
  }

  private int conclude(PrintWriter out, FileSelection selection) {
    print(out, "note: ", notes, remarks);
    print(out, "DAMAGE: ", damage, damages);
    out.println(
        damages == 0
            ? "Every seal of "
                + Figures.count(selection.files().size(), "file", "files")
                + " holds."
            : "The journals are not as they were written: "
                + Figures.count(damages, "problem", "problems")
                + ".");
    out.flush();
    return damages == 0 ? Main.OK : Main.DAMAGED;
  }

  private void compare(List<FileSummary> summaries, PrintWriter out) {
    List<JournalProblem> before = List.copyOf(damage);
    for (ExpectedSeal seal : seals) {
      String wrong = seal.findProblem(before, summaries);
      if (wrong == null) {
        out.println(seal.result(summaries));
      } else {
        sort(new JournalProblem(JournalProblem.Kind.CHAIN, "--expect", 0, wrong));
      }
    }
    if (seals.isEmpty()) {
      return;
    }
    TreeSet<String> unconfirmed = new TreeSet<>();
    for (FileSummary summary : summaries) {
      SessionEntry head = summary.session();
      if (head != null && seals.stream().noneMatch(seal -> seal.isOf(head))) {
        unconfirmed.add(head.session());
      }
    }
    unconfirmed.forEach(
        session ->
            sort(
                new JournalProblem(
                    JournalProblem.Kind.UNSEALED,
                    "--expect",
                    0,
                    "no expected seal is in session "
                        + session
                        + ": nothing shows that it was not added or sealed again")));
  }

  private static void print(
      PrintWriter out, String label, List<JournalProblem> problems, long count) {
    problems.forEach(problem -> out.println(label + TerminalReport.safe(problem.toString())));
    if (count > problems.size()) {
      out.println(label + "and " + Figures.count(count - problems.size()) + " more");
    }
  }

  private void sort(JournalProblem problem) {
    boolean damaging = problem.kind().isDamage();
    List<JournalProblem> list = damaging ? damage : notes;
    if (list.size() < MOST_PRINTED) {
      list.add(problem);
    }
    damages += damaging ? 1 : 0;
    remarks += damaging ? 0 : 1;
  }
}
