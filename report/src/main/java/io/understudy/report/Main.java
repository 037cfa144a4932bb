package io.understudy.report;

import io.understudy.journal.JournalProblem;
import io.understudy.journal.file.JournalTooLargeException;
import io.understudy.report.render.TerminalReport;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line of the report. Exit codes: 0 on success, 1 where parity is below {@code
 * --fail-under}, 2 for a wrong command line, 3 where evidence was changed or is missing, 4 for an
 * error of this program, 5 where there is nothing to judge.
 */
@Command(
    name = "understudy-report",
    description = "Turns the journals of the Understudy agent into a parity report.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {ReportCommand.class, ProposeCommand.class, VerifyCommand.class})
public final class Main {
  /** Success. */
  static final int OK = 0;

  /** The score is below the threshold of the command line. */
  static final int BELOW = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Evidence was changed, contradicts itself, or is missing. */
  static final int DAMAGED = 3;

  /** This program failed, or needs more memory than it has. */
  static final int INTERNAL = 4;

  /** There is no journal or no score, or the report was not written. */
  static final int UNUSABLE = 5;

  /** Reads the version from the manifest of the jar. */
  static final class Version implements IVersionProvider {
    static String text() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "(not packaged)" : version;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"Understudy report " + text()};
    }
  }

  private Main() {}

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err, System.getenv()));
  }

  /**
   * Runs the command line.
   *
   * @param arguments as the shell passes them
   * @param out receives the result
   * @param err receives error messages and usage
   * @param environment the environment variables; {@code NO_COLOR} and {@code TERM} are read
   * @return the exit code
   */
  static int run(
      String[] arguments, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    boolean colour =
        System.console() != null
            && !environment.containsKey("NO_COLOR")
            && !"dumb".equals(environment.get("TERM"));
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            colour ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof UnusableEvidenceException unusable) {
            command.getErr().println(unusable.getMessage());
            return unusable.exitCode();
          }
          if (failure instanceof JournalTooLargeException tooLarge) {
            command.getErr().println(TerminalReport.safe(problem(tooLarge).toString()));
            return DAMAGED;
          }
          return internal(failure, command.getErr());
        });
    if (arguments.length == 0) {
      line.usage(err);
      return USAGE;
    }
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError tooSmall) {
      return tooLarge("The journals need", err);
    } catch (StackOverflowError deep) {
      return internal(deep, err);
    }
  }

  /** Returns the problem of journals that say more than a reading keeps. */
  static JournalProblem problem(JournalTooLargeException tooLarge) {
    return new JournalProblem(
        JournalProblem.Kind.BROKEN,
        tooLarge.file(),
        tooLarge.line(),
        tooLarge.what()
            + "; nothing was concluded. Remove what is not genuine; if all of it is, name fewer"
            + " directories, or run this with a larger -Xmx");
  }

  private static int tooLarge(String what, PrintWriter err) {
    err.println(
        what
            + " more memory than this JVM has: remove what is not genuine, or run it with a larger"
            + " -Xmx. Nothing was concluded.");
    return INTERNAL;
  }

  /** Reports a fault of this program in one line. */
  private static int internal(Throwable failure, PrintWriter err) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return tooLarge("The report needs", err);
      }
    }
    StackTraceElement[] at = failure.getStackTrace();
    err.println(
        "Internal error, please report it: "
            + TerminalReport.safe(failure.toString())
            + (at.length == 0 ? "" : " (" + at[0] + ")"));
    return INTERNAL;
  }
}
