package io.understudy.report;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line of the report. Exit codes: 0 on success, 1 where parity is below {@code
 * --fail-under}, 2 for a wrong command line, 3 where the journals cannot be used.
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

  /** There is no journal, the journals contradict themselves, or the report was not written. */
  static final int UNUSABLE = 3;

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
          if (!(failure instanceof UnusableEvidenceException)) {
            throw failure;
          }
          command.getErr().println(failure.getMessage());
          return UNUSABLE;
        });
    if (arguments.length == 0) {
      line.usage(err);
      return USAGE;
    }
    return line.execute(arguments);
  }
}
